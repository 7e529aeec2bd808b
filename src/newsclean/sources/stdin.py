"""A page from standard input."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from newsclean.errors import InputError
from newsclean.model import Response

if TYPE_CHECKING:
    from typing import BinaryIO


def read_stdin(stream: BinaryIO | None = None) -> Response:
    """The page on standard input, read to its end.

    Args:
        stream: bytes to read instead of standard input.

    Raises:
        InputError: "not_found" when standard input is closed or cannot be read.
    """
    try:
        body = (sys.stdin.buffer if stream is None else stream).read()
    except (AttributeError, OSError, ValueError) as error:  # sys.stdin is None, or it is closed
        raise InputError("not_found", f"standard input cannot be read: {error}") from None
    return Response(body=body, via="stdin")
