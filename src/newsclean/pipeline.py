"""One page through all stages: blocks, engine, site rules, detectors, resolve, normalise. Nothing here decides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.blocks import read_html, read_text
from newsclean.detectors import detect
from newsclean.engine import judge
from newsclean.engine.answers import Answer, answer_instead
from newsclean.engine.embedded import look_into_scripts
from newsclean.errors import NotAnArticle
from newsclean.html.document import Document
from newsclean.html.guard import refuse_endless
from newsclean.model import Notice
from newsclean.normalize.article import build_article
from newsclean.normalize.draft import Draft
from newsclean.normalize.language import page_language
from newsclean.page import Reading
from newsclean.recurrence import trace
from newsclean.resolve import labels, resolve
from newsclean.rules.agreement import compare, doubt
from newsclean.rules.apply import RuleOutcome, apply
from newsclean.rules.library import declared_site

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from newsclean.article import Article
    from newsclean.engine import Judgement
    from newsclean.errors import NotAnArticleKind
    from newsclean.model import Evidence, Response
    from newsclean.normalize.draft import Quoted
    from newsclean.options import Options
    from newsclean.page import Page
    from newsclean.recurrence import Recurring, Trace
    from newsclean.resolve import Outcome
    from newsclean.rules.agreement import Agreement
    from newsclean.rules.library import RuleLibrary
    from newsclean.rules.model import SiteRules
    from newsclean.sources.memory import Given
    from newsclean.verdict import Verdict


class Read(NamedTuple):
    """A page that was read."""

    article: Article
    page: Page
    kept: tuple[int, ...]
    """The blocks of the article's text."""
    site: str | None
    """What pages of the same site have in common; None where nothing tells, or the page has no article."""

    def trace(self) -> Trace | None:
        """What comparing the page with others of its site needs; None where its site is not known."""
        return None if self.site is None else trace(self.page, self.kept, self.site)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """The stages with their options; the same for every page, changed by none."""

    options: Options
    library: RuleLibrary

    def run(
        self,
        given: Given,
        *,
        url: str | None,
        response: Response | None,
        recurring: Mapping[int, Recurring] | None = None,
    ) -> Read:
        """Reads a page or text.

        Args:
            given: what was obtained.
            url: its address.
            response: how it was obtained.
            recurring: blocks that other pages of the site have too.

        Raises:
            InputError: the markup is too complex to parse, or the text endless.
            NotAnArticle: there is no article in it.
        """
        page = _read(given, url)
        disabled = frozenset(self.options.disable)
        site = self._site(page, disabled)
        said = apply(site, page, disabled=disabled) if site else RuleOutcome()
        judgement = judge(page, second_opinion=self.options.second_opinion, tables=self.options.tables)
        found = look_into_scripts(page, judgement) if page.mode == "html" else None
        if found is not None:
            page, judgement = found
        agreement = compare(page, judgement.body(), said)
        language = page_language(page)
        so_far = (*judgement.verdicts, *said.verdicts)
        outcome = self._decide(page, so_far, language, recurring or {})
        notices = (*_encoding(given), *judgement.notices, *said.notices, *_doubt(site, agreement), *outcome.notices)
        draft = Draft(
            page=page,
            outcome=outcome,
            response=response,
            rule_fields=said.fields,
            site_name=site.name if site else None,
            rules_applied=(site.id,) if site else (),
            rules_agree=str(agreement) if agreement else None,
            notices=notices,
            quoted=_quoted(outcome),
            confidence=judgement.confidence,
            body_source=judgement.source,
            links=self.options.links,
        )
        article = build_article(draft)
        instead = answer_instead(page, language) or _nothing_left(article, page) or _other_kind(judgement, said)
        if instead is not None:
            return Read(self._refuse(instead, article), page, outcome.kept, site=None)
        return Read(article, page, outcome.kept, site=f"rules:{site.id}" if site else declared_site(page))

    def _site(self, page: Page, disabled: AbstractSet[str]) -> SiteRules | None:
        site = self.library.find(page)
        return None if site is None or site.id in disabled else site

    def _decide(
        self, page: Page, verdicts: tuple[Verdict, ...], language: str | None, recurring: Mapping[int, Recurring]
    ) -> Outcome:
        so_far = tuple(verdict.label for verdict in labels(page, verdicts))
        reading = Reading(page=page, labels=so_far, language=language, recurring=recurring)
        return resolve(page, (*verdicts, *detect(reading, disabled=frozenset(self.options.disable))))

    def _refuse(self, instead: Answer, article: Article) -> Article:
        """Raises what the page is instead of an article; with `accept="any"` the best effort comes with a notice."""
        if self.options.accept == "any":
            notice = Notice(kind="low_confidence", message=f"No article: {instead.message}.", evidence=instead.evidence)
            return replace(article, warnings=(*article.warnings, notice), confidence=0.0)
        raise NotAnArticle(instead.kind, instead.message, evidence=instead.evidence, article=article)


def _read(given: Given, url: str | None) -> Page:
    if given.kind == "text":
        refuse_endless(given.text)
        return read_text(given.text, url=url)
    return read_html(Document(given.text, url=url, utf8=given.decoded.utf8 if given.decoded else None))


def _nothing_left(article: Article, page: Page) -> Answer | None:
    if article.blocks:
        return None
    message = "no running text was found on the page" if page.mode == "html" else "no running text was left"
    return Answer("no_text", message, {"blocks": len(page.blocks), "removed": len(article.removed)})


_OTHER_KINDS: Final[Mapping[NotAnArticleKind, str]] = {
    "index": "this is a list of stories or things and no story; take its links, with discover() where it has a feed",
    "product": "this is the page of a product and no story",
    "forum": "this is a discussion and no story",
}


def _other_kind(judgement: Judgement, said: RuleOutcome) -> Answer | None:
    """What the engine takes the page for; a rule that finds a body on it knows better."""
    if judgement.kind is None or said.story:
        return None
    return Answer(judgement.kind, _OTHER_KINDS[judgement.kind], judgement.evidence)


def _doubt(site: SiteRules | None, agreement: Agreement | None) -> tuple[Notice, ...]:
    notice = doubt(site.id, agreement) if site and agreement else None
    return (notice,) if notice else ()


def _quoted(outcome: Outcome) -> dict[int, Quoted]:
    """The kept blocks that fields quote, by what the guard found them to be."""
    kinds = ((block, verdict.evidence.get("field")) for block, verdict in outcome.guarded.items())
    return {block: "note" if kind == "notes" else "correction" for block, kind in kinds if kind}


def _encoding(given: Given) -> tuple[Notice, ...]:
    decoded = given.decoded
    if decoded is None or not decoded.replaced:
        return ()
    message = f"{decoded.replaced} bytes made no sense as {decoded.encoding} and became U+FFFD."
    evidence: Evidence = {"encoding": decoded.encoding, "source": decoded.source, "replaced": decoded.replaced}
    return (Notice(kind="encoding", message=message, evidence=evidence),)
