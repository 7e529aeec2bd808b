"""A web server on the loopback interface that stands in for the real hosts while cassettes are recorded.

    python tests/origin/serve.py

It has a certificate for every host of `site_map`, speaks HTTP/1.1 and HTTP/2, and prints one line of JSON: the ports,
and the certificate of its authority. It ends when its standard input is closed.
"""

from __future__ import annotations

import asyncio
import json
import socket
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import trustme
from hypercorn.asyncio import serve
from hypercorn.config import Config
from site_map import HOSTS, answer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


async def app(scope: dict[str, Any], _receive: object, send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
    """The ASGI application: looks the answer up and sends it."""
    if scope["type"] != "http":
        return
    headers = {name.decode().lower(): value.decode("latin-1") for name, value in scope["headers"]}
    host = (headers.get("host") or headers.get(":authority") or "").split(":")[0]
    target = scope["path"] + (f"?{scope['query_string'].decode()}" if scope["query_string"] else "")
    status, fields, body = answer(scope["scheme"], host, target, headers)
    fields = {**fields, "content-length": str(len(body)), "x-recorded-from": "loopback-origin"}
    raw = [(name.encode(), value.encode()) for name, value in fields.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})


def listen() -> tuple[socket.socket, int]:
    """A listening socket on a free port."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.set_inheritable(True)
    return listener, listener.getsockname()[1]


async def main() -> None:
    """Serve until standard input is closed."""
    authority = trustme.CA()
    leaf = authority.issue_cert(*HOSTS)
    (tls, https_port), (plain, http_port) = listen(), listen()
    with tempfile.TemporaryDirectory() as folder:
        chain, key, root = (Path(folder) / name for name in ("chain.pem", "key.pem", "root.pem"))
        for number, pem in enumerate(leaf.cert_chain_pems):
            pem.write_to_path(str(chain), append=number > 0)
        leaf.private_key_pem.write_to_path(str(key))
        authority.cert_pem.write_to_path(str(root))
        config = Config()
        config.bind, config.insecure_bind = [f"fd://{tls.fileno()}"], [f"fd://{plain.fileno()}"]
        config.certfile, config.keyfile = str(chain), str(key)
        config.errorlog = None
        closed = asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.run_in_executor(None, lambda: (sys.stdin.read(), loop.call_soon_threadsafe(closed.set)))
        print(json.dumps({"https": https_port, "http": http_port, "root": root.read_text()}), flush=True)  # noqa: T201
        await serve(app, config, shutdown_trigger=closed.wait)


if __name__ == "__main__":
    asyncio.run(main())
