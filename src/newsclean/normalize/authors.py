"""The field `authors`: fewer is better than wrong."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from newsclean.html import schema
from newsclean.html.headline import key
from newsclean.model import Author
from newsclean.normalize.bylines import visible_claims
from newsclean.normalize.findings import RULE_WEIGHT, Finding, Found, choose
from newsclean.normalize.names import clean_name, is_person, names, role_behind
from newsclean.normalize.organisations import is_organisation
from newsclean.normalize.text import normalise, plain
from newsclean.normalize.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.model import AuthorKind
    from newsclean.normalize.draft import Draft

MAX_AUTHORS: Final = 12
"""More are the staff of the site."""
AUTHOR_META: Final[Mapping[str, float]] = {
    "parsely-author": 6.0,
    "sailthru.author": 6.0,
    "author": 5.5,
    "article:author": 5.0,
    "dc.creator": 5.0,
    "dcterms.creator": 5.0,
    "article:author_name": 5.0,
    "byl": 5.0,
    "citation_author": 5.3,
    "citation_authors": 5.3,
    "cxenseparse:author": 5.0,
    "article:byline": 5.0,
    "twitter:misc:written by": 4.6,
}
_CATALOGUES: Final = frozenset(("dc.creator", "dcterms.creator", "citation_author", "citation_authors"))
_CATALOGUED = re.compile(
    r"((?:(?:van|von|de|del|der|den|di|da|la|le|al|el)\s+)*[^\W\d_][\w'’-]+),\s*([^\W\d_][\w'’-]*\.?(?:\s[^\W\d_][\w'’-]*\.?)?)"
)
"""The last name, a comma and one or two first names or initials."""
OF_PAGE: Final = 5.7
"""Weight of an author of the page as a whole, where nothing declares one of the story: a little above meta tags."""
RDFA: Final = 5.9
"""Weight of the authors of the story in RDFa: a little above that of the same element seen without its story."""
ORGANISATION_TYPES: Final = frozenset(
    ("Organization", "NewsMediaOrganization", "Corporation", "EducationalOrganization")
)
ROLE_TYPES: Final = frozenset(("Role", "OrganizationRole", "EmployeeRole", "PerformanceRole"))
_WRITTEN_BY = re.compile(
    r"written by|verfasst von|écrit par|escrito por|scritto da|geschreven door|author|autor", re.IGNORECASE
)


def find_authors(draft: Draft, site_names: tuple[str, ...], language: str | None = None) -> Found[tuple[Author, ...]]:
    """Who wrote the story.

    Args:
        draft: the page.
        site_names: names of the site and its publisher, which are authors only where nobody else is named.
        language: primary subtag, for the words before names.
    """
    sites = frozenset(key(name) for name in site_names if name)
    found = []
    for source, weight, authors in _claims(draft, sites, language):
        people = tuple(_distinct(authors, sites))[:MAX_AUTHORS]
        if people:
            only_sites = all(author.kind == "organisation" for author in people)
            raw = "; ".join(author.raw or author.name for author in people)
            found.append(Finding(source, people, raw, weight - 4 * only_sites))
    chosen = choose(found, lambda people: frozenset(key(author.name) for author in people))
    return chosen._replace(value=chosen.value and tuple(_completed(chosen.value, found)))


def _completed(authors: tuple[Author, ...], found: list[Finding[tuple[Author, ...]]]) -> Iterator[Author]:
    """Authors with the page, the role and the spelling that other sources give for the same name."""
    for author in authors:
        if author.url and author.role and " " in author.name:
            yield author
            continue
        same = [other for finding in found for other in finding.value if key(other.name) == key(author.name)]
        url = author.url or next((other.url for other in same if other.url), None)
        role = author.role or next((other.role for other in same if other.role), None)
        spelt = (other.name for other in same if author.name.islower() and not other.name.islower())
        name = next(spelt, author.name)  # "ann-lee" is the address of Ann Lee
        known = (author.name, author.url, author.role)
        yield replace(author, name=name, url=url, role=role) if (name, url, role) != known else author


def _claims(draft: Draft, sites: frozenset[str], language: str | None) -> Iterator[tuple[str, float, list[Author]]]:
    ruled = list(draft.rule_values("authors"))
    if ruled:
        yield ruled[0][0], RULE_WEIGHT, [author for _, text in ruled for author in _authors(text, sites)]
    for story in draft.stories[:1]:
        for name, weight in (("author", 7.0), ("creator", 4.5)):
            yield f"jsonld:{name}", weight, list(_from_jsonld(draft, story.get(name), sites))
    if not draft.stories:
        for page in draft.structured.written[:1]:  # mostly whoever made the page, under the name of an account
            named = _from_jsonld(draft, page.get("author"), sites)
            yield "jsonld:author", OF_PAGE, [one for one in named if one.kind == "person" and is_person(one.name)]
    for name, weight in AUTHOR_META.items():
        contents = draft.structured.meta.get(name)
        if contents:
            texts = map(_turned, contents) if name in _CATALOGUES else contents
            authors = [author for text in texts if not text.startswith("http") for author in _authors(text, sites)]
            yield f"meta:{name}", weight, authors
    declared = draft.structured.rdfa.values.get("author", ())
    yield "rdfa:author", RDFA, [author for text in declared if "://" not in text for author in _authors(text, sites)]
    yield "meta:twitter:data", 4.6, [author for text in _labelled(draft) for author in _authors(text, sites)]
    for claim in visible_claims(draft, language):
        authors = [
            Author(
                name=name, role=role_behind(name, raw), kind=_kind(name, sites), url=absolute(href, draft.base), raw=raw
            )
            for name, href, raw in claim.names
        ]
        yield claim.source, claim.weight, authors


def _turned(text: str) -> str:
    """Names as catalogues write them, "Lee, Ann; van der Berg, Bo", in their spoken order."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    turned = [match and f"{match[2]} {match[1]}" for match in map(_CATALOGUED.fullmatch, parts)]
    return "; ".join(filter(None, turned)) if all(turned) else text


def _labelled(draft: Draft) -> Iterator[str]:
    """What stands beside the label "Written by" in the cards of the commonest publishing system."""
    meta = draft.structured.meta
    for number in ("1", "2"):
        labels, data = meta.get(f"twitter:label{number}", ()), meta.get(f"twitter:data{number}", ())
        if labels and data and _WRITTEN_BY.match(labels[0]):
            yield data[0]


def _from_jsonld(draft: Draft, value: Any, sites: frozenset[str]) -> Iterator[Author]:
    for node in schema.objects(value, draft.references):
        if isinstance(node, str):
            yield from _authors(node, sites)
        elif ROLE_TYPES.isdisjoint(schema.types(node)):
            yield from _from_object(draft, node, sites)
        else:  # https://schema.org/Role stands between a story and its author
            for inner in schema.objects(node.get("author") or node.get("creator"), draft.references):
                if isinstance(inner, str):
                    yield from _authors(inner, sites)
                else:
                    yield from _from_object(draft, {"jobTitle": node.get("roleName"), **inner}, sites)


def _from_object(draft: Draft, node: Mapping[str, Any], sites: frozenset[str]) -> Iterator[Author]:
    parts = (schema.text(node.get("givenName")), schema.text(node.get("familyName")))
    written = schema.texts(node.get("name")) or [" ".join(filter(None, parts))]
    organisation = not ORGANISATION_TYPES.isdisjoint(schema.types(node))
    role = normalise(plain(schema.text(node.get("jobTitle")) or "")) or None
    address = absolute(schema.text(node.get("url")) or schema.text(node.get("sameAs")), draft.base)
    for text in written:
        if not text or text.startswith(("http://", "https://")):
            continue
        found = [clean_name(normalise(plain(text)))] if organisation else names(text)
        for name in filter(None, found):
            kind: AuthorKind = "organisation" if organisation else _kind(name, sites)
            yield Author(name=name, role=role, kind=kind, url=address if len(written) == 1 else None, raw=text)


def _authors(text: str, sites: frozenset[str]) -> Iterator[Author]:
    for name in names(text):
        yield Author(name=name, kind=_kind(name, sites), raw=text)


def _kind(name: str, sites: frozenset[str]) -> AuthorKind:
    return "organisation" if key(name) in sites or is_organisation(name) else "person"


def _distinct(authors: list[Author], sites: frozenset[str]) -> Iterator[Author]:
    """Each once; the site itself beside people is where they work, and no author."""
    people = any(author.kind == "person" for author in authors)
    seen = set()
    for author in authors:
        folded = key(author.name)
        if folded not in seen and not (people and folded in sites):
            seen.add(folded)
            yield author
