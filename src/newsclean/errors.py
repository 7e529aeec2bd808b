"""Every error that leaves the library.

    NewscleanError
    ├─ InputError      reason              the thing given is no page and no text
    ├─ FetchError      url status reason   the page could not be obtained
    ├─ NotAnArticle    kind evidence article   the page was read, and it is no article
    └─ RuleError       file path message   a site-rule file is wrong

A wrong *type* of argument is a `TypeError`, as everywhere in Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.article import Article
    from newsclean.model import Evidence

InputReason: TypeAlias = Literal[
    "not_text", "looks_like_path", "not_found", "is_directory", "empty", "too_complex", "bad_warc"
]
FetchReason: TypeAlias = Literal[
    "bad_scheme",
    "forbidden_address",
    "dns",
    "connect",
    "tls",
    "timed_out",
    "too_large",
    "too_many_redirects",
    "blocked_by_robots",
    "http_status",
    "bot_wall",
    "not_html",
]
NotAnArticleKind: TypeAlias = Literal[
    "index", "product", "forum", "consent_wall", "bot_wall", "login", "soft_404", "empty_shell", "no_text"
]


class NewscleanError(Exception):
    """Root of all errors of this library; its text is one line that says what to do."""


class InputError(NewscleanError):
    """What was given is no page and no text.

    Attributes:
        reason: one of `InputReason`, stable, for programs.
    """

    def __init__(self, reason: InputReason, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.reason, self.message)


class FetchError(NewscleanError):
    """The page could not be obtained; decided from address, status and headers alone.

    Attributes:
        url: the address at which it failed (after redirects).
        status: the HTTP status, or None when there was no answer.
        reason: one of `FetchReason`, stable, for programs.
    """

    def __init__(self, reason: FetchReason, message: str, *, url: str, status: int | None = None) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message
        self.url = url
        self.status = status

    def __reduce__(self) -> tuple[object, ...]:
        return _fetch_error, (self.reason, self.message, self.url, self.status)


class NotAnArticle(NewscleanError):  # noqa: N818 - the public name is fixed, and reads as what happened
    """The page was read, and it is no article; decided from its content, wherever it came from.

    Attributes:
        kind: what it is instead, one of `NotAnArticleKind`.
        evidence: what told so, name to number or string.
        article: the best effort all the same, or None.
    """

    def __init__(
        self, kind: NotAnArticleKind, message: str, *, evidence: Evidence, article: Article | None = None
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.evidence: Mapping[str, float | int | str] = evidence
        self.article = article

    def __reduce__(self) -> tuple[object, ...]:
        return _not_an_article, (self.kind, self.message, self.evidence, self.article)


class RuleError(NewscleanError):
    """A site-rule file is wrong.

    Attributes:
        file: the rule file.
        path: where in it, as `layout[0].drop[2].css`, or "" for the whole file.
        message: what is wrong, with "did you mean" where a name is unknown.
    """

    def __init__(self, file: str, path: str, message: str) -> None:
        super().__init__(": ".join(part for part in (file, path, message) if part))
        self.file = file
        self.path = path
        self.message = message

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.file, self.path, self.message)


def _fetch_error(reason: FetchReason, message: str, url: str, status: int | None) -> FetchError:
    return FetchError(reason, message, url=url, status=status)


def _not_an_article(kind: NotAnArticleKind, message: str, evidence: Evidence, article: Article | None) -> NotAnArticle:
    return NotAnArticle(kind, message, evidence=evidence, article=article)
