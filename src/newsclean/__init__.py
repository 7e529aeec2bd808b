"""A news page in, one clean, typed `Article` out.

    from pathlib import Path
    from newsclean import parse

    article = parse(Path("page.html"))
    print(article.text)

The names of `__all__` are the whole public interface; every other name may change in any release. They are loaded when
first used (PEP 562): `import newsclean` alone costs a few milliseconds.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take the name for typing's; importing typing would cost 10 ms
if TYPE_CHECKING:
    from newsclean.api import Cleaner, adiscover, afetch, aparse, discover, fetch, parse
    from newsclean.article import Article
    from newsclean.errors import FetchError, InputError, NewscleanError, NotAnArticle, RuleError
    from newsclean.model import Author, Block, Image, Link, Notice, Provenance, Removal, Response, Update
    from newsclean.options import Options
    from newsclean.rules.model import SiteRules

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Author",
    "Block",
    "Cleaner",
    "FetchError",
    "Image",
    "InputError",
    "Link",
    "NewscleanError",
    "NotAnArticle",
    "Notice",
    "Options",
    "Provenance",
    "Removal",
    "Response",
    "RuleError",
    "SiteRules",
    "Update",
    "__version__",
    "adiscover",
    "afetch",
    "aparse",
    "discover",
    "fetch",
    "parse",
]

_NAMES_OF = {
    "api": ("Cleaner", "adiscover", "afetch", "aparse", "discover", "fetch", "parse"),
    "article": ("Article",),
    "errors": ("FetchError", "InputError", "NewscleanError", "NotAnArticle", "RuleError"),
    "model": ("Author", "Block", "Image", "Link", "Notice", "Provenance", "Removal", "Response", "Update"),
    "options": ("Options",),
    "rules.model": ("SiteRules",),
}
_MODULE_OF = {name: f"{__name__}.{module}" for module, names in _NAMES_OF.items() for name in names}


def _load(name: str) -> object:
    """A public name, loaded from its module and kept, so that the next look-up is an ordinary one."""
    if name not in _MODULE_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    value: object = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = value
    return value


if not TYPE_CHECKING:  # type checkers know the names from above, and should report a misspelt one
    __getattr__ = _load


def __dir__() -> list[str]:
    return sorted(__all__)
