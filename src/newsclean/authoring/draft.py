"""Drafts a rule file from pages of a site: nothing is decided in it, and its test fails until somebody decides.

What may need a rule stands there as comments, each with its evidence and as an entry that only has to be uncommented.
The test holds the beginning and the end of the text as it is, and a passage to choose, which no page has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.authoring.candidates import candidates
from newsclean.authoring.cases import passage, passages
from newsclean.authoring.lesson import hosts_of, name_of
from newsclean.authoring.signatures import signatures
from newsclean.rules.writing import value_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.authoring.candidates import Candidate, Candidates
    from newsclean.authoring.specimen import Specimen

CHOOSE: Final = "CHOOSE"
"""Marks every place of a draft where its author has to say something."""
PLACEHOLDER: Final = f"{CHOOSE}: a passage that must stay, or delete this line"
"""What makes the draft's test fail."""


def draft(specimens: Sequence[Specimen], *, host: str | None = None) -> tuple[str, str]:
    """The name and the text of a rule file.

    Args:
        specimens: pages of one site, under the names of their files.
        host: the site's host, where the pages do not tell.

    Raises:
        RuleError: nobody knows on which host the pages are.
    """
    hosts = hosts_of(specimens, host)
    found = candidates(specimens)
    lines = (
        *_head(specimens, hosts),
        *_leaks(found),
        *_known(found),
        *_layout(found, len(specimens)),
        *(line for specimen in specimens for line in _test(specimen, found.leaks)),
    )
    return hosts[0], "\n".join(lines) + "\n"


def _head(specimens: Sequence[Specimen], hosts: Sequence[str]) -> Iterator[str]:
    yield f"# A draft: {CHOOSE} marks what is yours to say. Uncomment what should act, delete the rest."
    yield "schema = 1"
    name = name_of(specimens)
    yield f"name = {value_text(name)}" if name else f'# {CHOOSE}: name = "the site, as its readers call it"'
    yield f"hosts = {value_text(tuple(hosts))}"
    lines = signatures(specimens, name, hosts)
    if lines:
        yield f"# {CHOOSE}. A whole line that no other site has, to tell the site in plain text without an address:"
        yield f"# signature = {value_text(lines)}"


def _leaks(found: Candidates) -> Iterator[str]:
    if found.leaks:
        yield ""
        yield f"# {CHOOSE}. In the text, but in elements with a name of their own: does it belong to the story?"
    for candidate in found.leaks:
        yield from _entry(candidate, "caption" if candidate.is_caption else "drop", "is in the text now")


def _known(found: Candidates) -> Iterator[str]:
    if found.captions or found.gone:
        yield ""
        yield "# Right already, without a rule: a rule for it would only be one more thing that rots."
    for candidate in found.captions:
        yield from _entry(candidate, "caption", "is a caption now")
    for candidate in found.gone:
        yield from _entry(candidate, "drop", "is removed now")


def _entry(candidate: Candidate, kind: str, now: str) -> Iterator[str]:
    yield "#"
    yield f"# {_count(candidate.blocks, 'block')} on {_count(candidate.pages, 'page')}, {now}: {_shown(candidate.text)}"
    yield f"# [[{kind}]]"
    yield f"# id = {value_text(candidate.id)}"
    yield f"# css = {value_text(candidate.css)}"
    if kind == "drop":
        yield '# kind = "boilerplate"'
    yield '# reason = "what it is, in a sentence"'


def _layout(found: Candidates, pages: int) -> Iterator[str]:
    if not found.bodies:
        return
    yield ""
    yield f"# {CHOOSE}. Only if text from elsewhere on the page leaks: an element that bounds the story."
    for container in found.bodies:
        yield (
            f"# {container.css} holds the story on {len(container.pages)} of {_count(pages, 'page')}, with"
            f" {container.waste:.0%} of other words."
        )
    css = tuple(container.css for container in found.bodies)
    yield "# [[layout]]"
    yield '# id = "story"'
    yield f"# detect = {value_text(', '.join(css))}"
    yield f"# body = {value_text(css)}"


def _test(specimen: Specimen, leaks: Sequence[Candidate]) -> Iterator[str]:
    yield ""
    yield "[[test]]"
    yield f"page = {value_text(specimen.name)}"
    yield "contains = ["
    yield from (f"  {value_text(text)}," for text in passages(specimen.article, specimen.kept))
    yield f"  {value_text(PLACEHOLDER)},"
    yield "]"
    there = [candidate for candidate in leaks if specimen.within(candidate.css)]
    if there:
        yield f"# {CHOOSE} what must go, and how often each entry strikes:"
        yield "# not_contains = ["
        for candidate in there:
            first = min(specimen.within(candidate.css))
            yield f"#   {value_text(passage(specimen.page.blocks[first].text))},"
        yield "# ]"
    drops = {c.id: len(specimen.within(c.css)) for c in there if not c.is_caption}
    if drops:
        yield f"# drops = {value_text(drops)}"
    captions = sum(bool(image.caption) for image in specimen.article.images)
    yield f"# captions = {captions + sum(len(specimen.within(c.css)) for c in there if c.is_caption)}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _shown(text: str) -> str:
    """The beginning of a text, fit for a comment."""
    return "".join(filter(str.isprintable, passage(text)))
