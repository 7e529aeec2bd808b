"""JSON with every stored field, `text` and `word_count`; what it writes, it reads back to an equal article.

The shape is in `article.schema.json` beside this module (see `schema`).
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from newsclean.errors import InputError
from newsclean.formats import mappings

if TYPE_CHECKING:
    from newsclean.article import Article

    ArticleT = TypeVar("ArticleT", bound=Article)

_COMPUTED: Final = ("text", "word_count")
"""Properties that are written for readers of the JSON and passed over when it is read."""


class _Head(msgspec.Struct):
    """What tells an article from other JSON, and an older release from a newer one."""

    schema_version: int


def render(article: Article) -> str:
    """The article, indented for people; `jsonl` has it on one line."""
    return msgspec.json.format(encode(article), indent=2).decode()


def encode(article: Article) -> bytes:
    """The article as JSON on one line; dates as in RFC 3339, without an offset where the page gave none.

    Halves of surrogate pairs, which broken escapes in scripts leave behind and UTF-8 cannot hold, become U+FFFD.
    """
    names = (*(field.name for field in fields(article)), *_COMPUTED)
    return mappings.encode({name: getattr(article, name) for name in names})


def decode(data: str | bytes, cls: type[ArticleT]) -> ArticleT:
    """The article that was written; unknown names are passed over, so files of a release with more fields can be read.

    Raises:
        InputError: the data is no JSON of an article (reason "not_text").
    """
    try:
        version = msgspec.json.decode(data, type=_Head).schema_version
        article = msgspec.json.decode(data, type=cls)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        message = f"not the JSON of an article: {error}; give what Article.to_json or `newsclean -f json` wrote"
        raise InputError("not_text", message) from error
    newest = cls().schema_version
    if version > newest:
        message = f"the JSON has schema version {version}, this newsclean reads up to {newest}: install a newer one"
        raise InputError("not_text", message)
    return article
