"""All site rules of a process: the shipped ones, read when a page needs them, and the user's on top."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.errors import RuleError
from newsclean.rules.folder_index import read_folder
from newsclean.rules.hosts import host_of
from newsclean.rules.index import SiteIndex, build_index, read_index
from newsclean.rules.load import SITES, SUFFIX, complete, load_layer, load_rules
from newsclean.rules.merge import override
from newsclean.rules.model import SiteRules
from newsclean.rules.validate import validate, validate_references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsclean.options import Options
    from newsclean.page import Page

ENVIRONMENT: Final = "NEWSCLEAN_RULES"
"""Environment variable with rule files or folders, separated as in PATH."""
SIGNATURE_LAST: Final = 8
"""Last lines in which a signature is looked for: the longest known footer, Press TV's, has four."""
SIGNATURE_FIRST: Final = 4
"""First lines in which a signature is looked for."""


class RuleLibrary:
    """Finds the rules of a page; safe to share between threads. Build it once and keep it.

    Args:
        index: hosts and signatures of all sites.
        own: complete rules of the user, by name.
        indexed: rule files of the user that are read when a page needs them, by name.
    """

    def __init__(
        self, index: SiteIndex, own: Mapping[str, SiteRules], indexed: Mapping[str, _Indexed] | None = None
    ) -> None:
        self._index = index
        self._sites = dict(own)
        self._indexed = indexed or {}
        self._lock = threading.Lock()

    @classmethod
    def from_options(cls, options: Options, *, environ: Mapping[str, str] | None = None) -> RuleLibrary:
        """The rules that some options ask for.

        Later rules for the same site go on top of earlier ones, entry by entry: shipped, the configuration folder, the
        environment, the options. Of two sites that claim the same host the later one has it.

        Args:
            options: `rules` is looked at.
            environ: the environment; by default that of the process.

        Raises:
            RuleError: a rule file of the user is missing or wrong.
        """
        if options.rules is None:
            return cls(SiteIndex(), {})
        shipped = read_index()
        names = shipped.sites()
        found: dict[str, SiteRules | _Indexed] = {}
        for layer in _layers(options.rules, os.environ if environ is None else environ):
            earlier = found.get(layer.id)
            if isinstance(layer, _Indexed) and earlier is None and layer.id not in names:
                found[layer.id] = layer
                continue
            if isinstance(earlier, _Indexed):
                earlier = _complete(*earlier.read(), None)
            elif earlier is None and layer.id in names:
                earlier = load_rules(_shipped(layer.id))
            found[layer.id] = _complete(*layer.read(), earlier)
        own = {site: rules for site, rules in found.items() if isinstance(rules, SiteRules)}
        indexed = {site: layer for site, layer in found.items() if isinstance(layer, _Indexed)}
        return cls(shipped.below(build_index(found.values())), own, indexed)

    def find(self, page: Page) -> SiteRules | None:
        """The rules of a page, or None.

        The host of the page's address decides, if it is known. If not, the host that the page declares (canonical link,
        `og:url`), and then a signature among the first and last lines. What a page declares does not count against its
        address: copies of stories on other sites declare the original, and have the other site's layout.

        Raises:
            RuleError: a shipped rule file cannot be read.
        """
        host = declared_site(page)
        if host is not None:
            site = self._index.by_host(host)
        else:
            ends = (*page.blocks[-SIGNATURE_LAST:], *page.blocks[:SIGNATURE_FIRST])
            site = self._index.by_line(block.text for block in ends)
        return None if site is None else self.get(site)

    def get(self, site: str) -> SiteRules:
        """The rules of a name that `names` gives.

        Raises:
            RuleError: a shipped rule file cannot be read.
            KeyError: there are no such rules.
        """
        rules = self._sites.get(site)
        if rules is None:
            if site not in self._index.sites():
                raise KeyError(site)
            with self._lock:
                rules = self._sites.get(site) or self._load(site)
                self._sites[site] = rules
        return rules

    def _load(self, site: str) -> SiteRules:
        layer = self._indexed.get(site)
        return load_rules(_shipped(site)) if layer is None else _complete(*layer.read(), None)

    def names(self) -> tuple[str, ...]:
        """Names of all sites with rules, sorted."""
        return tuple(sorted(self._index.sites()))


def config_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """Where the user's own rules are looked for, or None when there is no home folder."""
    if platform == "win32":
        base = environ.get("APPDATA")
        return Path(base, "newsclean", "rules") if base else None
    base = environ.get("XDG_CONFIG_HOME") or (f"{environ['HOME']}/.config" if environ.get("HOME") else None)
    return Path(base, "newsclean", "rules") if base else None


def rule_files(path: Path) -> list[Path]:
    """The rule files that a path means: itself, or those directly in the folder, by name.

    Raises:
        RuleError: there is no such file or folder.
    """
    if path.is_dir():
        return sorted(path.glob(f"*{SUFFIX}"))
    if not path.exists():
        raise RuleError(str(path), "", "there is no such file or folder")
    return [path]


class _Layer(NamedTuple):
    """A layer that is at hand, with the name of its file."""

    file: str
    rules: SiteRules

    @property
    def id(self) -> str:
        return self.rules.id

    def read(self) -> tuple[str, SiteRules]:
        return self


class _Indexed(NamedTuple):
    """A layer of which hosts and signature are known, and nothing else yet."""

    folder: Path
    id: str
    hosts: tuple[str, ...]
    signature: tuple[str, ...]

    @property
    def path(self) -> Path:
        return self.folder / f"{self.id}{SUFFIX}"

    def read(self) -> tuple[str, SiteRules]:
        return str(self.path), load_layer(self.path)


def _layers(
    rules: Iterable[os.PathLike[str] | str | SiteRules], environ: Mapping[str, str]
) -> Iterator[_Layer | _Indexed]:
    """The user's rules, earliest first."""
    folder = config_folder(environ)
    if folder is not None and folder.is_dir():
        yield from _read(folder)
    for text in environ.get(ENVIRONMENT, "").split(os.pathsep):
        if text.strip():
            yield from _read(_at_home(Path(text.strip())))
    for given in rules:
        if isinstance(given, SiteRules):
            validate(given, file=given.id)
            yield _Layer(given.id, complete(given, file=given.id))
        else:
            yield from _read(Path(given))


def _at_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # "~somebody" whom the system does not know
        return path


def _read(path: Path) -> Iterator[_Layer | _Indexed]:
    if not path.is_dir():
        for file in rule_files(path):
            yield _Layer(str(file), load_layer(file))
        return
    for name, known in read_folder(path).items():
        if known is None:
            yield _Layer(str(path / name), load_layer(path / name))
        else:
            yield _Indexed(path, name.removesuffix(SUFFIX), known.hosts, known.signature)


def _complete(file: str, layer: SiteRules, base: SiteRules | None) -> SiteRules:
    rules = layer
    if base is not None:
        rules = override(base, layer)
        validate(rules, file=file)
    validate_references(rules, file=file)
    if not (rules.hosts or rules.signature):
        raise RuleError(file, "hosts", f"no page could have these rules: name the hosts, as hosts = [{layer.id!r}]")
    return rules


def declared_site(page: Page) -> str | None:
    """The host of a page's address, else the one that the page declares; None where neither is known."""
    return host_of(page.url) or _declared_host(page)


def _shipped(site: str) -> Path:
    return SITES / f"{site}{SUFFIX}"


def _declared_host(page: Page) -> str | None:
    if page.document is None:
        return None
    structured = page.document.structured
    declared = (*structured.links.get("canonical", ()), *structured.meta.get("og:url", ()))
    return next(filter(None, map(host_of, declared)), None)
