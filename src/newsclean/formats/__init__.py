"""An article as a string, in one of several formats.

A format is a module of this package with `render(article) -> str`: adding the file adds the format, here and on the
command line.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newsclean.article import Article

_NO_FORMATS: Final = frozenset(("explain", "mappings", "moments", "schema", "structure", "table"))
"""Modules beside the formats."""


def names() -> tuple[str, ...]:
    """Names of the formats, sorted; none of them is imported for it."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name not in _NO_FORMATS))


def render(article: Article, name: str) -> str:
    """The article in a format; it ends without a line break.

    Raises:
        ValueError: there is no such format.
    """
    if name not in names():
        message = f"no format {name!r}: must be one of {', '.join(names())}"
        raise ValueError(message)
    rendered: str = import_module(f"{__name__}.{name}").render(article)
    return rendered
