"""From saved pages to the text of a rule file: read, learned, tested, written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from newsclean.authoring.cases import with_tests
from newsclean.authoring.learn import learn
from newsclean.authoring.reader import Reader, library_of
from newsclean.authoring.specimen import examine
from newsclean.errors import InputError, RuleError
from newsclean.rules.hosts import spell
from newsclean.rules.library import declared_site
from newsclean.rules.writing import dumps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.authoring.saved import Saved
    from newsclean.authoring.specimen import Specimen
    from newsclean.rules.model import SiteRules

MIN_PAGES: Final = 2
"""Pages without which nothing can recur."""
ENOUGH: Final = 5
"""Pages from which most is learned (docs/site-rules.md)."""

SITE_NAME: Final = "og:site_name"


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """What was learned, and from what."""

    rules: SiteRules
    text: str
    """The rule file."""
    pages: int
    """Pages that it was learned from."""
    changed: int
    """Pages whose text is another one with the rules."""
    unused: tuple[tuple[str, str], ...]
    """Pages from which nothing could be learned, and why."""

    @property
    def entries(self) -> int:
        """How many entries the rules have; the story's element is one."""
        rules = self.rules
        inside = sum(len(layout.drop) + len(layout.caption) + bool(layout.body) for layout in rules.layout)
        return len(rules.drop) + len(rules.caption) + inside


def lesson(pages: Sequence[Saved], *, host: str | None = None) -> Lesson:
    """Learns the rules of a site from pages of it.

    Args:
        pages: saved pages of one site.
        host: the site's host, where the pages do not tell.

    Raises:
        RuleError: there are too few pages to learn from, they are of several sites, or of nobody knows which.
    """
    specimens, unused = read_all(pages, host)
    if len(specimens) < MIN_PAGES:
        reasons = "".join(f"; {name}: {why}" for name, why in unused)
        message = f"{len(specimens)} pages can be learned from, {MIN_PAGES} must be, {ENOUGH} show most{reasons}"
        raise RuleError(str(pages[0].path) if pages else "", "", message)
    hosts = hosts_of(specimens, host)
    learned = learn(specimens, site=hosts[0], name=name_of(specimens), hosts=hosts)
    tested = with_tests(learned.rules, specimens)
    comment = (
        f"Learned from {len(specimens)} pages; the general path is newsclean without site rules.\n"
        "Each entry says on what it rests. Delete what is wrong, then run `newsclean rules test` and `blame`."
    )
    return Lesson(
        rules=tested.rules,
        text=dumps(tested.rules, comment=comment, notes={**learned.notes, **tested.notes}),
        pages=len(specimens),
        changed=len(tested.notes),
        unused=tuple(unused),
    )


def read_all(pages: Sequence[Saved], host: str | None = None) -> tuple[list[Specimen], list[tuple[str, str]]]:
    """The pages that can be learned from, under the names of their files, and the others with the reason.

    Args:
        pages: saved pages.
        host: where those are of which nobody knows the address.
    """
    reader = Reader(library_of(()))
    found: list[Specimen] = []
    unused: list[tuple[str, str]] = []
    for page in pages:
        url = page.url or (f"https://{host}/" if host else None)
        try:
            specimen = examine(page._replace(url=url), reader)
        except InputError as error:
            unused.append((page.name, str(error)))
            continue
        if specimen is None:
            unused.append((page.name, "there is no text of a story, or it is only in a script"))
        else:
            found.append(replace(specimen, name=page.path.name))
    return found, unused


def hosts_of(specimens: Sequence[Specimen], host: str | None = None) -> tuple[str, ...]:
    """The hosts of some pages, the most frequent first.

    Raises:
        RuleError: no host is known.
    """
    counts = Counter(found for specimen in specimens if (found := declared_site(specimen.page)))
    hosts = sorted(counts, key=lambda name: (-counts[name], name))
    if host is not None:
        hosts = list(dict.fromkeys((spell(host), *hosts)))
    if not hosts:
        message = "nobody knows on which host the pages are: name it with --host, or in a pages.jsonl beside them"
        raise RuleError("", "", message)
    return tuple(hosts)


def name_of(specimens: Sequence[Specimen]) -> str | None:
    """What the pages call their site, if most of them call it the same."""
    documents = [specimen.page.document for specimen in specimens if specimen.page.document is not None]
    counts = Counter(name for page in documents for name in page.structured.meta.get(SITE_NAME, ())[:1])
    name, count = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return name if count * 2 > len(specimens) else None
