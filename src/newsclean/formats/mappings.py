"""What the formats that are JSON share: objects without what was not found, and their bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping


def found(**members: Any) -> dict[str, Any]:
    """The members that hold something: without None, empty texts and empty lists; False and 0 stay."""
    return {
        name.rstrip("_"): value for name, value in members.items() if value is not None and value not in ("", [], {})
    }


def dumps(value: Mapping[str, Any]) -> str:
    """The object as JSON, indented for people."""
    return msgspec.json.format(encode(value), indent=2).decode()


def encode(value: Any) -> bytes:
    """JSON on one line; halves of surrogate pairs, which broken escapes leave behind, become U+FFFD."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_mended(msgspec.to_builtins(value)))


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_mended(key): _mended(inner) for key, inner in value.items()}
    return [_mended(inner) for inner in value] if isinstance(value, list | tuple) else value
