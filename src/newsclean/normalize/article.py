"""The last stage: a resolved page to an `Article`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.article import Article
from newsclean.blocks.tables import in_columns
from newsclean.digest import digest
from newsclean.model import Block, Provenance, Removal, Update
from newsclean.normalize.access import find_free_access, find_license, observe_completeness, partial_notice
from newsclean.normalize.anchors import with_links
from newsclean.normalize.authors import find_authors
from newsclean.normalize.dates import Dates, find_dates
from newsclean.normalize.draft import Draft
from newsclean.normalize.findings import Found
from newsclean.normalize.images import find_images
from newsclean.normalize.kind import find_kind
from newsclean.normalize.language import find_language
from newsclean.normalize.leftovers import find_leftovers
from newsclean.normalize.notes import find_corrections, find_notes
from newsclean.normalize.sections import find_breadcrumbs, find_keywords, find_section, without_title
from newsclean.normalize.sites import find_canonical, find_publisher, find_site
from newsclean.normalize.summary import find_description, find_standfirst
from newsclean.normalize.text import normalise, normalise_preformatted
from newsclean.normalize.title import find_title
from newsclean.normalize.updates import find_updates
from newsclean.normalize.urls import host
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Draft", "build_article"]


def build_article(draft: Draft) -> Article:
    """The article that a draft makes; the same draft always makes the same article."""
    blocks = tuple(with_links(draft, _blocks(draft)) if draft.links else _blocks(draft))
    language = find_language(draft)
    primary = (language.value or "").partition("-")[0] or None
    title, site, publisher = find_title(draft), find_site(draft), find_publisher(draft)
    trail = without_title(find_breadcrumbs(draft), title.value)
    section = find_section(draft, trail.value or (), site=site.value, language=primary)
    dates = find_dates(draft, language.value)
    free = find_free_access(draft)
    completeness, observed = observe_completeness(draft, free=free.value)
    kind = find_kind(draft, tuple(filter(None, (section.value, *(trail.value or ())))))
    updates = _updates(draft, blocks, primary, dates) if kind.value == "live_blog" else Found(None, None)
    authors = find_authors(draft, tuple(filter(None, (site.value, publisher.value))), primary)
    standfirst, description = find_standfirst(draft), find_description(draft)
    keywords, canonical, licence, images = (
        find_keywords(draft),
        find_canonical(draft),
        find_license(draft),
        find_images(draft, primary),
    )
    found: Mapping[str, Found[object]] = {
        "title": title,
        "standfirst": standfirst,
        "description": description,
        "authors": authors,
        "date_published": dates.published,
        "date_modified": dates.modified,
        "images": images,
        "keywords": keywords,
        "section": section,
        "breadcrumbs": trail,
        "language": language,
        "publisher": publisher,
        "site": site,
        "canonical_url": canonical,
        "is_accessible_for_free": free,
        "completeness": observed,
        "kind": kind,
        "updates": updates,
        "license": licence,
    }
    provenance = {name: one.provenance for name, one in found.items() if one.provenance is not None}
    if draft.body_source and blocks:
        provenance["blocks"] = _body_source(draft, draft.body_source)
    notes = find_notes(draft, primary)
    response = draft.response
    return Article(
        title=title.value,
        standfirst=standfirst.value,
        description=description.value,
        blocks=blocks,
        authors=authors.value or (),
        date_published=dates.published.value,
        date_modified=dates.modified.value,
        fetched_at=response.fetched_at if response is not None else None,
        images=images.value or (),
        keywords=keywords.value or (),
        section=section.value,
        breadcrumbs=trail.value or (),
        language=language.value,
        publisher=publisher.value,
        site=site.value,
        host=host(draft.url),
        url=draft.url,
        requested_url=response.requested_url if response is not None else None,
        canonical_url=canonical.value,
        is_accessible_for_free=free.value,
        completeness=completeness,
        kind=kind.value or "other",
        updates=updates.value or (),
        corrections=find_corrections(draft, primary),
        notes=notes,
        license=licence.value,
        provenance=provenance,
        removed=tuple(_removals(draft, find_leftovers(draft, images.value or (), notes, provenance))),
        warnings=(*draft.notices, *dates.notices, *partial_notice(completeness, observed)),
        rules_applied=draft.rules_applied,
        confidence=draft.confidence,
        content_hash=digest(" ".join(block.text for block in blocks)),
    )


def _updates(draft: Draft, blocks: tuple[Block, ...], language: str | None, dates: Dates) -> Found[tuple[Update, ...]]:
    """The entries of a live blog; a clock time alone is of the day on which it began, where it ended that day, too."""
    began, ended = dates.published.value, dates.modified.value
    one_day = began is not None and (ended is None or ended.date() == began.date())
    return find_updates(draft, blocks, language, began.date() if began is not None and one_day else None)


def _body_source(draft: Draft, source: str) -> Provenance:
    """Whose opinion the text is, and what site rules think of it."""
    ruled = tuple((f"rule:{site}", draft.rules_agree) for site in draft.rules_applied if draft.rules_agree)
    return Provenance(source=source, candidates=ruled)


def _blocks(draft: Draft) -> Iterator[Block]:
    blocks, paths = draft.page.blocks, draft.page.paths
    for index in draft.outcome.kept:
        candidate = blocks[index]
        clean = normalise_preformatted if candidate.kind == "preformatted" else normalise
        text = clean(candidate.text)
        if candidate.kind == "table_row" and candidate.frame != NONE:
            text = clean(in_columns(text, candidate.frame, draft.page.frames))
        if text:
            yield Block(index=index, kind=candidate.kind, level=candidate.level, text=text, path=paths[index])


def _removals(draft: Draft, leftovers: Mapping[int, Removal]) -> Iterator[Removal]:
    blocks, paths, dropped = draft.page.blocks, draft.page.paths, draft.outcome.dropped
    for index in sorted({*dropped, *leftovers} if leftovers else dropped):
        verdict = dropped.get(index)
        if verdict is None:
            yield leftovers[index]
            continue
        yield Removal(
            text=blocks[index].text,
            kind=verdict.label,  # type: ignore[arg-type]  # `Outcome.dropped` holds removal kinds only
            by=verdict.by,
            reason=verdict.reason,
            evidence=verdict.evidence,
            path=paths[index],
        )
