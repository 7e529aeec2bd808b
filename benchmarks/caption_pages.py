"""Stray captions put into stories and sent through `parse`: what becomes of them, of own captions, and of the text.

    python benchmarks/caption_pages.py [CORPUS_DIR] [--every N]

CORPUS_DIR (default: NEWSCLEAN_CORPUS). The stories are those with gold captions, as plain text (a line a paragraph) and
as HTML (captions in figures); pages are written from the gold, so that nothing else is on them. Into each goes one
stray of each kind of benchmarks/captions.py, on the line after the own caption (`adjacent`) or after half of the text
(`middle`), with a credit drawn from one pool for strays and own captions alike, or with none. Weights of words and
model have not seen the site of the stray. `--every` takes each Nth page only.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections import Counter, defaultdict
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))
sys.path.insert(0, str(Path(__file__).parent))

from captioned import captioned_pages
from captions import fold_models, group_of
from fit_ownership import known_without, lessons
from injection import KINDS, SEED
from learn import FOLDS

from newsclean import NewscleanError, Options, parse
from newsclean.cues import ownership
from newsclean.cues.credits import split_credit
from newsclean.detectors import misplaced_caption

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from captioned import Captioned
    from injection import Trial

    from newsclean import Article
    from newsclean.cues.frequencies import Frequencies
    from newsclean.cues.ownership_model import OwnershipModel

CREDITS: Final = (
    "(AFP)", "(Photo by Jane Roe)", "(Reuters)", "(Jane Roe/AP)", "Photo: Jane Roe/Reuters", "(AFP photo)",
    "(Jane Roe / Getty Images)",
)  # fmt: skip
"""Drawn alike for strays and own captions."""
MODES: Final = ("text", "html")
PLACES: Final = ("adjacent", "middle")
PER: Final = 1_000


class Form(NamedTuple):
    """How a stray stands in a story."""

    mode: str
    place: str
    credited: bool
    company: str


class Made(NamedTuple):
    """A page and what is on it."""

    source: str
    stray: str
    own: str | None
    paragraphs: tuple[str, ...]


def main() -> None:
    """Prints a row for each form and kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", default=os.environ.get("NEWSCLEAN_CORPUS"))
    parser.add_argument("--every", type=int, default=1)
    args = parser.parse_args()
    if not args.corpus:
        parser.error("name the corpus folder, or set NEWSCLEAN_CORPUS")
    counts = measure(captioned_pages(Path(args.corpus)), args.every)
    print(
        "| language | form | kind | strays | dropped | on an image | in the text | own dropped | lines lost per 1,000 |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for (group, form, kind), count in sorted(counts.items()):
        words = (form.mode, form.place, "credit" if form.credited else "no credit", form.company)
        share = " | ".join(f"{count[what] / count['strays']:.0%}" for what in ("dropped", "image", "text"))
        own = f"{count['own dropped']} of {count['own']}" if count["own"] else "–"
        lost = PER * count["lost"] / max(1, count["lines"])
        print(f"| {group} | {', '.join(words)} | {kind} | {count['strays']} | {share} | {own} | {lost:.2f} |")


def measure(pages: Sequence[Captioned], every: int = 1) -> dict[tuple[str, Form, str], Counter[str]]:
    """Counts by language, form and kind of stray."""
    learned = [lessons(pages, fold) for fold in range(FOLDS)]
    models = fold_models(learned)
    counts: defaultdict[tuple[str, Form, str], Counter[str]] = defaultdict(Counter)
    for fold, model in enumerate(models):
        trials = [lesson.trial for lesson in learned[fold] if lesson.trial.page.gold]
        with fitted(known_without(pages, fold), model):
            for trial in _one_a_page(trials)[::every]:
                for form in _forms(trial):
                    chance = random.Random(f"{SEED}/{trial.host.id}/{trial.caption}")  # noqa: S311 - draws a sample
                    made = page_of(trial, form, chance)
                    _count(counts[group_of(trial.page.language), form, trial.kind], made)
    return dict(counts)


@contextmanager
def fitted(known: Mapping[str, Frequencies], model: OwnershipModel) -> Iterator[None]:
    """The library with other weights and another judge than the shipped ones."""
    before = ownership.frequencies, misplaced_caption.shipped_ownership
    shipped = ownership.frequencies
    ownership.frequencies = lambda language: known.get(language or "en") or shipped(language)  # type: ignore[assignment]
    misplaced_caption.shipped_ownership = lambda: model  # type: ignore[assignment]
    try:
        yield
    finally:
        ownership.frequencies, misplaced_caption.shipped_ownership = before


def _one_a_page(trials: Sequence[Trial]) -> list[Trial]:
    """For each page that strays are from, the first trial of each kind and company with a gold text as its host."""
    first: dict[tuple[str, str, str], Trial] = {}
    for trial in trials:
        if trial.kind in KINDS and trial.host.gold_body and trial.host.body:
            first.setdefault((trial.page.id, trial.kind, trial.company), trial)
    return list(first.values())


def _forms(trial: Trial) -> Iterator[Form]:
    for mode in MODES:
        for place in PLACES:
            for credited in (True, False):
                yield Form(mode, place, credited, trial.company)


def page_of(trial: Trial, form: Form, chance: random.Random) -> Made:
    """The host's story with the stray in it, and the first of the host's own captions where it has any."""
    host = trial.host

    def credited(caption: str) -> str:
        bare, _ = split_credit(" ".join(caption.split()), host.language)
        return f"{bare} {chance.choice(CREDITS)}" if form.credited else bare

    stray = credited(trial.caption)
    own = credited(trial.siblings[0]) if trial.siblings else None
    paragraphs = [" ".join(line.split()) for line in host.body.split("\n") if line.strip()]
    lines = [("p", text) for text in paragraphs]
    lines.insert(0 if form.place == "adjacent" else (len(lines) + 1) // 2, ("caption", stray))
    if own:
        lines.insert(0, ("caption", own))
    title = " ".join(host.head.split("\n")[0].split())
    source = _html(title, lines, host) if form.mode == "html" else "\n".join([title, *(text for _, text in lines)])
    return Made(source, stray, own, tuple(paragraphs))


def _html(title: str, lines: Sequence[tuple[str, str]], host: Captioned) -> str:
    parts = [
        f"<p>{escape(text)}</p>"
        if kind == "p"
        else f'<figure><img src="/{n}.jpg" width=600><figcaption>{escape(text)}</figcaption></figure>'
        for n, (kind, text) in enumerate(lines)
    ]
    head = f"<head><title>{escape(title)}</title></head><body><article><h1>{escape(title)}</h1>"
    return f'<!doctype html><html lang="{host.language}">{head}{"".join(parts)}</article></body></html>'


def _count(count: Counter[str], made: Made) -> None:
    try:
        article = parse(made.source, options=Options(rules=None, accept="any"))
    except NewscleanError:
        return
    count["strays"] += 1
    count[_place(made.stray, article)] += 1
    if made.own:
        count["own"] += 1
        count["own dropped"] += _place(made.own, article) == "dropped"
    count["lines"] += len(made.paragraphs)
    taken = {removal.text for removal in article.removed if removal.by == "detector:misplaced_caption"}
    taken |= {" ".join(filter(None, (image.caption, image.credit))) for image in article.images}
    taken |= {image.caption for image in article.images if image.caption}
    count["lost"] += len(taken.intersection(made.paragraphs))


def _place(caption: str, article: Article) -> str:
    """Where a caption is now."""
    if any(removal.kind == "misplaced_caption" and removal.text == caption for removal in article.removed):
        return "dropped"
    bare, _ = split_credit(caption, article.language)
    if any(image.caption and (bare in image.caption or image.caption in caption) for image in article.images):
        return "image"
    return "text" if caption in article.text else "elsewhere"


if __name__ == "__main__":
    main()
