"""The fields `date_published` and `date_modified`, kept apart; never the time of the fetch."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from newsclean.html import schema
from newsclean.model import Notice
from newsclean.normalize.calendars import MONTHS
from newsclean.normalize.date_marks import dated_marks, list_name, lists
from newsclean.normalize.date_words import (
    after_change,
    before_change,
    names_first,
    names_publication,
    opens_with_change,
)
from newsclean.normalize.datelines import scripted_dates, short_lines, shown_changes, shown_datelines
from newsclean.normalize.findings import RULE_WEIGHT, Finding, Found, choose, provenance
from newsclean.normalize.instants import read_instant
from newsclean.normalize.months import ENGLISH
from newsclean.normalize.relative import read_relative
from newsclean.normalize.zones import local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsclean.html.structured import Mark
    from newsclean.normalize.date_marks import DatedMark
    from newsclean.normalize.draft import Draft

PUBLISHED_META: Final[Mapping[str, float]] = {
    "article:published_time": 9.0,
    "og:article:published_time": 9.0,
    "og:published_time": 8.5,
    "article:published": 8.5,
    "parsely-pub-date": 8.0,
    "sailthru.date": 8.0,
    "datepublished": 8.0,
    "cxenseparse:recs:publishtime": 8.0,
    "cxense:publishtime": 8.0,
    "published_at": 8.0,
    "published": 8.0,
    "publishdate": 8.0,
    "published_date": 8.0,
    "publish-date": 8.0,
    "publish_date": 8.0,
    "publication_date": 8.0,
    "publicationdate": 8.0,
    "pubdate": 8.0,
    "article_date_original": 8.0,
    "dc.date.issued": 7.5,
    "dcterms.issued": 7.5,
    "dcterms.created": 7.0,
    "dc.date.created": 7.0,
    "dcterms.date": 6.5,
    "dc.date": 6.5,
    "datecreated": 6.5,
    "citation_publication_date": 6.5,
    "date": 6.0,
    "article.published": 6.0,
    "og:pubdate": 6.0,
}
"""Meta tags that give the publication date, those that say so exactly first, those that may mean another date last."""
MODIFIED_META: Final[Mapping[str, float]] = {
    "article:modified_time": 9.0,
    "og:article:modified_time": 9.0,
    "og:modified_time": 8.5,
    "og:updated_time": 8.0,
    "datemodified": 8.0,
    "dcterms.modified": 7.5,
    "dc.date.modified": 7.5,
    "article.updated": 7.0,
    "last-modified": 6.0,
    "revised": 6.0,
}
DECLARED: Final = 6.0
"""Weight from which a page has declared its date; below, what readers see is asked too."""
OF_PAGE: Final = 1.2
"""What a date of the page as a whole weighs less than one of the story: just below the meta tags of an article."""
RDFA: Final = 8.2
"""Weight of a date of the story in RDFa: a little above that of the same element seen without its story."""
FUTURE_SLACK: Final = timedelta(days=1)
"""A page in a zone ahead of the reader's clock may be published "tomorrow"."""
FIRST_YEAR: Final = 1991
"""The first pages of the web are of this year: an older date that only readers see is about something else."""
MAX_RELATIVE: Final = 8
"""Lines that are tried as relative dates."""
VAGUE: Final = 0.3
"""Weight of a shown month without a day: less than that of any whole date."""
SHOWN: Final = 5.0
"""Weight from which a date that readers see is the story's own."""
PAIR_SLACK: Final = timedelta(days=1)
"""Dates without a zone may differ by a day from those with one."""
COMMONWEALTH: Final = frozenset(("GB", "AU", "NZ", "IN", "IE", "ZA", "PK", "NG", "KE", "SG", "MY", "HK"))
"""Regions of English that write the day first."""
_DAY_FIRST_DOMAINS: Final = frozenset(("uk", "au", "nz", "in", "ie", "za", "pk", "ng", "ke", "sg", "my", "hk"))

_DECLARING: Final = ("jsonld:", "meta:")
_FARTHEST_ZONE: Final = timedelta(hours=14)
_ZONE_STEP: Final = timedelta(minutes=30)
_NUMERIC = re.compile(r"^\D*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)")
_URL_DATE = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?P<mark>[/-]?)(?P<month>0[1-9]|1[0-2]|[1-9]|(?<=/)[a-z]{3,9}(?=/))(?P=mark)"
    r"(?P<day>[0-2]\d|3[01]|[1-9])(?=[/_.-]|$)",
    re.IGNORECASE,
)


class Dates(NamedTuple):
    """Both dates of a page."""

    published: Found[datetime]
    modified: Found[datetime]
    notices: tuple[Notice, ...]


def find_dates(draft: Draft, language: str | None) -> Dates:
    """When the story was published and when it was last changed, as the page says.

    Args:
        draft: the page.
        language: its language, as a BCP-47 tag, for names of months and the order of day and month.
    """
    reader = _Reader(draft, language)
    changes = list(reader.modified()) or list(reader.shown_changes())
    modified = _on_local_clock(choose(changes, datetime.date), draft.url)
    found = list(reader.published())
    if max((finding.weight for finding in found), default=0.0) < DECLARED:
        found += reader.shown()
        found = list(_possible(found, modified.value))
    if not found:
        found += reader.relative()
    published = _on_local_clock(_with_zone(_in_order(_chosen(found), found), found), draft.url)
    fetched = draft.response.fetched_at if draft.response is not None else None
    notices = tuple(_impossible(published.value, modified.value, fetched))
    if modified.value is not None and modified.value == published.value:
        modified = Found(None, None)
    return Dates(published, modified, notices)


class _Reader:
    """Collects the candidates of one page."""

    def __init__(self, draft: Draft, language: str | None) -> None:
        self._draft = draft
        primary, _, region = (language or "").partition("-")
        self._language = primary or None
        self._month_first = (
            primary == "en" and region not in COMMONWEALTH and _domain(draft.url) not in _DAY_FIRST_DOMAINS
        )

    def published(self) -> Iterator[Finding[datetime]]:
        """Candidates for the date of publication."""
        draft = self._draft
        for source, text in draft.rule_values("date_published"):
            yield from self._read(source, text, RULE_WEIGHT)
        of_page = 0.0 if draft.stories else OF_PAGE
        for rank, story in enumerate(draft.structured.written):
            for name, weight in (("datePublished", 10.0), ("uploadDate", 5.0), ("dateCreated", 4.0)):
                yield from self._read(f"jsonld:{name}", story.get(name), weight - of_page - 3 * min(rank, 1))
        yield from self._rdfa("datePublished")
        yield from self._meta(PUBLISHED_META)
        listed = lists(self._dated)
        for mark, weight, changed in self._dated:
            if not changed:
                yield from self._read_mark(mark, weight - 2.0 * (list_name(mark) in listed))
            elif "updated" in mark.names.split() and not opens_with_change(mark.text):
                # in the hAtom format the name of an entry's only date
                yield from self._read_mark(mark, 2.5)
        for moved in draft.moved("date_line"):
            for finding in self._read(f"block:{moved.verdict.by}", before_change(moved.text), 5.0):
                yield finding._replace(raw=moved.text)
        match = _URL_DATE.search(draft.url or "")
        month = match and (ENGLISH.get(match["month"].lower()) or (match["month"].isdigit() and int(match["month"])))
        if match and month:
            yield from self._read("url", f"{match['year']}-{month:02}-{int(match['day']):02}", 2.0)

    def shown(self) -> Iterator[Finding[datetime]]:
        """Candidates for the date of publication where nothing declares one."""
        lines = ((line, before_change(line.text)) for line in shown_datelines(self._draft, self._language))
        scripted = ((line, line.text) for line in scripted_dates(self._draft))
        for line, text in chain(lines, scripted):
            for finding in self._read(line.source, text, line.weight):
                if finding.precision != "month" and finding.value.year >= FIRST_YEAR:
                    yield finding

    def relative(self) -> Iterator[Finding[datetime]]:
        """Dates told from the time of the fetch, if it is known: the last resort, since each costs a millisecond."""
        draft = self._draft
        fetched = draft.response.fetched_at if draft.response is not None else None
        if fetched is None:
            return
        marks = (mark.text for mark, _, changed in self._dated if not changed)
        lines = (line.text for line in short_lines(draft))
        for text in islice(chain(marks, lines), MAX_RELATIVE):
            found = read_relative(text, fetched, self._language)
            if found is not None:
                yield Finding("dom:relative", found.value, text, 1.0, found.precision)
                return

    def modified(self) -> Iterator[Finding[datetime]]:
        """Candidates for the date of the last change."""
        draft = self._draft
        for source, text in draft.rule_values("date_modified"):
            yield from self._read(source, text, RULE_WEIGHT)
        for story in draft.structured.written[:1]:
            of_page = 0.0 if draft.stories else OF_PAGE
            yield from self._read("jsonld:dateModified", story.get("dateModified"), 10.0 - of_page)
        yield from self._rdfa("dateModified")
        yield from self._meta(MODIFIED_META)
        for mark, weight, changed in self._dated:
            if changed:
                yield from self._read_mark(mark, weight)
        for moved in draft.moved("date_line"):
            for finding in self._read(f"block:{moved.verdict.by}", after_change(moved.text), 5.0):
                yield finding._replace(raw=moved.text)

    def shown_changes(self) -> Iterator[Finding[datetime]]:
        """Candidates for the date of the last change where nothing declares one."""
        for line in shown_changes(self._draft, self._language):
            for finding in self._read(line.source, after_change(line.text), line.weight):
                yield finding._replace(raw=line.text)

    @cached_property
    def _dated(self) -> tuple[DatedMark, ...]:
        return dated_marks(self._draft.structured.marks)

    def _read_mark(self, mark: Mark, weight: float) -> Iterator[Finding[datetime]]:
        source = f"dom:{mark.prop or mark.tag}"
        value = next(self._read(source, mark.value, weight), None)
        if value is not None:
            yield value
        said = value is not None and names_publication(mark.text)
        if not mark.text or not (value is None or said or ":" in mark.text):
            return
        for finding in self._read(source, mark.text, weight - 0.1):
            if finding.precision == "month" and not mark.prop:  # as "joined in March 2007"
                yield finding._replace(weight=min(finding.weight, VAGUE))
            elif said and value is not None and _later(value.value, finding.value, PAIR_SLACK):
                yield finding._replace(weight=weight + 0.1)  # "published in June" on the moment of a change in July
            else:
                yield finding  # a shown clock time may tell the zone

    def _rdfa(self, name: str) -> Iterator[Finding[datetime]]:
        for text in self._draft.structured.rdfa.values.get(name, ())[:1]:
            yield from self._read(f"rdfa:{name}", text, RDFA)

    def _meta(self, names: Mapping[str, float]) -> Iterator[Finding[datetime]]:
        meta = self._draft.structured.meta
        for name, weight in names.items():
            if name in meta:
                for content in meta[name][:1]:
                    yield from self._read(f"meta:{name}", content, weight)

    def _read(self, source: str, value: object, weight: float) -> Iterator[Finding[datetime]]:
        text = value if isinstance(value, str) else schema.text(value)  # a list of dates, {"@value": ...}, a number
        if text is None:
            return
        found = read_instant(text, self._language, month_first=self._month_first)
        if found is not None:
            yield Finding(source, found.value, text.strip(), weight, found.precision)


def _chosen(found: Sequence[Finding[datetime]]) -> Found[datetime]:
    """The heaviest date, or an earlier one that the page shows as the day of publication.

    Publishing systems declare the day on which a story was moved to them, or edited; where the line under the headline
    gave an earlier day than JSON-LD or a meta tag, it was right on all 12 pages of the development half.
    """
    first = choose(found, datetime.date)
    if first.provenance is None or first.value is None:
        return first
    shown = [f for f in found if f.source.startswith("dom:") and names_first(f.raw)]
    if first.provenance.source.startswith(_DECLARING):
        shown += [f for f in found if f.weight >= SHOWN and f.source.startswith(("block:", "dom:datePublished"))]
    if not shown or shown[0].value.date() >= first.value.date():
        return first
    return Found(shown[0].value, provenance(shown[0], found, datetime.date))


def _possible(found: Iterable[Finding[datetime]], changed: datetime | None) -> Iterator[Finding[datetime]]:
    """The dates that only readers see, or scripts, up to the last change: a later one is of another story."""
    for finding in found:
        if finding.weight >= SHOWN or changed is None or not _later(finding.value, changed, PAIR_SLACK):
            yield finding


def _in_order(found: Found[datetime], findings: Sequence[Finding[datetime]]) -> Found[datetime]:
    """A date whose day and month may be each other, as "03/10/2023", as a surer source has them."""
    value, said = found
    if value is None or said is None or not _NUMERIC.search(said.raw or "") or value.day > MONTHS:
        return found
    swapped = value.replace(month=value.day, day=value.month)
    days = {f.value.date() for f in findings if not _NUMERIC.search(f.raw)}
    return found._replace(value=swapped) if swapped.date() in days and value.date() not in days else found


def _with_zone(found: Found[datetime], findings: list[Finding[datetime]]) -> Found[datetime]:
    """The chosen date in local time, where the page gives it in UTC and shows the same moment on a local clock.

    A clock without a zone shows the same moment when it differs by whole half hours, and not at the full or half hour,
    where many different moments would agree by chance.
    """
    value = found.value
    if value is None or value.utcoffset() != timedelta(0):
        return found
    for finding in findings:
        other = finding.value
        if finding.precision not in {"minute", "second"}:
            continue
        if other.tzinfo is not None:
            if other.utcoffset() != timedelta(0) and abs(other - value) < timedelta(minutes=1):
                return found._replace(value=value.astimezone(other.tzinfo))
            continue
        if not value.minute % 30:
            continue
        ahead = other.replace(second=0, microsecond=0) - value.replace(tzinfo=None, second=0, microsecond=0)
        if ahead and abs(ahead) <= _FARTHEST_ZONE and ahead % _ZONE_STEP == timedelta(0):
            return found._replace(value=value.astimezone(timezone(ahead)))
    return found


def _on_local_clock(found: Found[datetime], url: str | None) -> Found[datetime]:
    """A date that the page gives in UTC, in the time of its country: its readers' day, the same moment.

    On the development half this gave the day of the gold on five pages and took it from none. Midnight in UTC is a day
    that some system made a moment of, so it stays.
    """
    value = found.value
    if value is None or value.utcoffset() != timedelta(0) or not (value.hour or value.minute or value.second):
        return found
    return found._replace(value=local(value, url))


def _domain(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").rpartition(".")[2]
    except ValueError:
        return ""


def _impossible(published: datetime | None, modified: datetime | None, fetched: datetime | None) -> Iterator[Notice]:
    if published and modified and _later(published, modified, PAIR_SLACK):
        yield Notice(
            kind="impossible_dates",
            message="The page says that it was changed before it was published.",
            evidence={"date_published": published.isoformat(), "date_modified": modified.isoformat()},
        )
    if published and fetched and _later(published, fetched, FUTURE_SLACK):
        yield Notice(
            kind="impossible_dates",
            message="The page says that it was published after it was fetched.",
            evidence={"date_published": published.isoformat(), "fetched_at": fetched.isoformat()},
        )


def _later(one: datetime, other: datetime, slack: timedelta) -> bool:
    """Whether one time is later than another by more than the slack; zones are ignored where one of them has none."""
    if (one.tzinfo is None) != (other.tzinfo is None):
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return one - other > slack
