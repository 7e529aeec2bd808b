"""What each rule is good for: what it did on saved pages, and what those pages give without it.

Every rule of a page's site is left out once, all others in force. On a page where the rules say the same without it,
the rule is *silent*: it has nothing to say there. Where they say something else and the article is the same all the
same, the general path, or another rule, does its work: such a rule is *overtaken* when that is so on every page where
it spoke. With gold, each difference is also a gain or a loss of word F1.

Pages are read as with `accept="any"`: a page that is refused as no article may still lose its text to a rule, so its
best effort is compared and scored, and that it is refused is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import fmean
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from newsclean.authoring.gold import word_f1
from newsclean.authoring.parts import Change, Part, changes
from newsclean.authoring.reader import Reader, library_of, open_page, page_of
from newsclean.authoring.saved import read_saved
from newsclean.authoring.variants import variants
from newsclean.errors import InputError
from newsclean.rules.apply import apply
from newsclean.verdict import FIELD_LABELS, TEXT_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.authoring.gold import Gold
    from newsclean.authoring.reader import Opened, Outcome
    from newsclean.authoring.saved import Saved
    from newsclean.authoring.variants import Variant
    from newsclean.errors import NotAnArticleKind
    from newsclean.page import Page
    from newsclean.rules.library import RuleLibrary
    from newsclean.rules.model import SiteRules
    from newsclean.verdict import Verdict

Standing: TypeAlias = Literal["acts", "overtaken", "silent", "harmful"]

SAME_F1: Final = 0.0005
"""A mean difference of word F1 below this, half of the last figure that is shown, is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What one rule did on one page where it spoke."""

    page: str
    removed: tuple[str, ...]
    """Texts of the blocks that it drops."""
    moved: tuple[str, ...]
    """Texts of the blocks that it calls captions."""
    kept: tuple[str, ...]
    """Texts of the blocks that it keeps in the text."""
    changes: tuple[Change, ...]
    """What the article with the rule has more, or less, than the one without it."""
    gain: float | None
    """Word F1 with the rule minus word F1 without it, -1 to 1; None without gold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBlame:
    """What became of one rule over all pages of its site."""

    rule: str
    """Its name, as in `Removal.by`; the name of a layout stands for its `body`."""
    does: str
    """`keep`, `caption`, `drop`, `tail`, `body` or `fields`."""
    pages: int
    """Pages of the site that were read."""
    effects: tuple[Effect, ...]
    """One for each page where the rule spoke."""

    @property
    def gain(self) -> float | None:
        """Mean gain of word F1 over the pages with gold where the rule spoke, -1 to 1."""
        gains = [effect.gain for effect in self.effects if effect.gain is not None]
        return fmean(gains) if gains else None

    @property
    def changed(self) -> int:
        """Pages on which the rule makes any difference."""
        return sum(bool(effect.changes) for effect in self.effects)

    @property
    def standing(self) -> Standing:
        """What to do with it: a rule that is overtaken can go, one that is harmful must be mended."""
        if not self.effects:
            return "silent"
        if not self.changed:
            return "overtaken"
        return "harmful" if self.gain is not None and self.gain < -SAME_F1 else "acts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Word F1 of the pages with gold."""

    page: str
    site: str
    without: float
    """With no rules at all."""
    with_rules: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """What all rules did on all pages."""

    rules: tuple[RuleBlame, ...]
    """In the order of the sites' first pages, then of the files."""
    scores: tuple[Score, ...] = ()
    """One for each page with gold and rules."""
    unruled: tuple[str, ...] = ()
    """Pages that no rule file is for."""
    drift: tuple[tuple[str, str], ...] = ()
    """Page and message, for each rule that was set aside."""
    errors: tuple[tuple[str, str], ...] = ()
    """Page and reason, for each page that could not be read."""
    refused: tuple[tuple[str, NotAnArticleKind], ...] = ()
    """Page and what it is said to be, for each page that is refused as no article with all rules in force."""


def blame(library: RuleLibrary, pages: Iterable[Saved], gold: Gold | None = None) -> Blame:
    """What each rule did on the pages of its site, and what they give without it.

    Args:
        library: the rules; those of sites without a page are passed over.
        pages: saved pages.
        gold: the right texts, of some pages or of all.
    """
    found = _Found()
    plain = Reader(library_of(()))
    for page in pages:
        try:
            opened = open_page(read_saved(page), page.url)
            blocks = page_of(opened)
            site = library.find(blocks)
            if site is None:
                found.unruled.append(page.name)
                continue
            right = gold.of(page) if gold else None
            trial = _Trial(page.name, opened, blocks, site, right)
            found.add(trial)
            if right is not None:
                without = _f1(plain.read(opened), right)
                found.scores.append(Score(page=page.name, site=site.id, without=without, with_rules=trial.f1 or 0.0))
        except InputError as error:
            found.errors.append((page.name, str(error)))
    return found.result()


@dataclass
class _Found:
    """What was found so far, site by site."""

    sites: dict[str, SiteRules] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    effects: dict[str, list[Effect]] = field(default_factory=dict)
    scores: list[Score] = field(default_factory=list)
    unruled: list[str] = field(default_factory=list)
    drift: list[tuple[str, str]] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    refused: list[tuple[str, NotAnArticleKind]] = field(default_factory=list)

    def add(self, trial: _Trial) -> None:
        """The effects of a page's rules."""
        site = trial.site
        self.sites[site.id] = site
        self.pages[site.id] = self.pages.get(site.id, 0) + 1
        self.drift += [(trial.name, notice.message) for notice in trial.said.notices]
        if trial.refused is not None:
            self.refused.append((trial.name, trial.refused))
        for variant in variants(site):
            effect = trial.effect(variant)
            if effect is not None:
                self.effects.setdefault(variant.rule, []).append(effect)

    def result(self) -> Blame:
        """All of it."""
        rules = (
            RuleBlame(
                rule=variant.rule,
                does=variant.does,
                pages=self.pages[site.id],
                effects=tuple(self.effects.get(variant.rule, ())),
            )
            for site in self.sites.values()
            for variant in variants(site)
        )
        return Blame(
            rules=tuple(rules),
            scores=tuple(self.scores),
            unruled=tuple(self.unruled),
            drift=tuple(self.drift),
            errors=tuple(self.errors),
            refused=tuple(self.refused),
        )


class _Trial:
    """One page with all rules of its site, to be compared with fewer."""

    def __init__(self, name: str, opened: Opened, page: Page, site: SiteRules, gold: str | None) -> None:
        self.name = name
        self.site = site
        self.said = apply(site, page)
        self._opened = opened
        self._page = page
        self._gold = gold
        self._outcome = Reader(library_of((site,))).read(opened)
        self.refused = self._outcome.refused
        self.f1 = None if gold is None else _f1(self._outcome, gold)

    def effect(self, variant: Variant) -> Effect | None:
        """What a rule did here; None where the others say the same without it."""
        said = apply(variant.without, self._page)
        if said == self.said:
            return None
        without = Reader(library_of((variant.without,))).read(self._opened)
        spoken = [verdict for verdict in self.said.verdicts if verdict.by == variant.rule]
        gain = None if self._gold is None or self.f1 is None else self.f1 - _f1(without, self._gold)
        return Effect(
            page=self.name,
            removed=self._texts(v for v in spoken if v.label not in FIELD_LABELS | TEXT_LABELS),
            moved=self._texts(v for v in spoken if v.label in FIELD_LABELS),
            kept=self._texts(v for v in spoken if v.label in TEXT_LABELS),
            changes=(*_refusals(without, self._outcome), *changes(_accepted(without), _accepted(self._outcome))),
            gain=gain,
        )

    def _texts(self, verdicts: Iterable[Verdict]) -> tuple[str, ...]:
        return tuple(self._page.blocks[v.block].text for v in verdicts if not self._page.hidden(v.block))


def _accepted(outcome: Outcome) -> Outcome:
    """What came out, as with `accept="any"`: the best effort of a refused page stands for its article."""
    return outcome if outcome.article is None else outcome._replace(refused=None)


def _refusals(old: Outcome, new: Outcome) -> Iterator[Change]:
    """That a page is refused with the rule and not without it, or the other way round, or as something else."""
    if old.refused == new.refused:
        return
    for outcome, gained in ((old, False), (new, True)):
        if outcome.refused is not None and outcome.article is not None:  # `changes` tells of those with nothing at all
            yield Change(Part("refusal", outcome.refused), "", gained=gained)


def _f1(outcome: Outcome, gold: str) -> float:
    return word_f1(gold, "" if outcome.article is None else outcome.article.text)


def mean_scores(scores: Sequence[Score]) -> tuple[float, float] | None:
    """Mean word F1 without and with rules; None where nothing was scored."""
    if not scores:
        return None
    return fmean(score.without for score in scores), fmean(score.with_rules for score in scores)
