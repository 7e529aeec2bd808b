"""A page from a file: HTML, text, or a web archive that holds one page."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.errors import InputError
from newsclean.model import Response
from newsclean.sources.warc import is_warc, one_response

if TYPE_CHECKING:
    from typing import BinaryIO


def read_file(path: os.PathLike[str] | str) -> Response:
    """The page in a file.

    A web archive (WARC, compressed or not) is told by its first bytes; its page comes with address, status, headers and
    time. Any other file comes as bytes, and what they are is for the parser to find out.

    Raises:
        InputError: "not_found" when it is not there or cannot be read, "is_directory", or "bad_warc" when an archive
            does not hold exactly one page or cannot be read.
    """
    place = Path(path)
    try:
        with place.open("rb") as stream:
            _refuse_device(place, stream)
            body = stream.read()
    except FileNotFoundError:
        raise InputError("not_found", f"no such file: {place}") from None
    except IsADirectoryError:
        raise InputError("is_directory", f"{place} is a directory: name the files in it") from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        why = getattr(error, "strerror", None) or error
        raise InputError("not_found", f"{os.fspath(place)!r} cannot be read: {why}") from None
    if is_warc(body):
        return one_response(body, name=str(place))
    return Response(body=body, via="file")


def _refuse_device(place: Path, stream: BinaryIO) -> None:
    """Refuse what may have no end; a pipe is fine, shells hand them over as `<(command)`."""
    mode = os.fstat(stream.fileno()).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise InputError("not_found", f"{place} is a device, not a file")
