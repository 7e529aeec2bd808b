"""What the outputs of a tool are worth: figures of a data set from pairs of gold row and output.

A measure is a function from pairs to figures; it gives nothing where no gold is. To add one, write it and name it in
`MEASURES`. docs/benchmarks.md says what each figure means and which evaluation it comes from.

An output has the fields `text title authors date_published standfirst lead_image images captions refused confidence
language warnings asked seconds`, all optional; a refused page counts as an empty text.
"""

from __future__ import annotations

import random
import re
import statistics
import unicodedata
from collections import Counter, defaultdict
from itertools import chain, combinations
from statistics import fmean
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    Figures: TypeAlias = dict[str, float]
    Pair: TypeAlias = tuple[Mapping[str, Any], Mapping[str, Any]]

FAILED: Final = 0.5
"""A page whose word F1 is below this has failed whole."""
RIGHT: Final = 0.8
"""A confidence is the chance of a word F1 of at least this."""
BINS: Final = 10
"""Of confidence, for the calibration error."""
SHINGLE: Final = 4
"""Words of a shingle, as in scrapinghub/article-extraction-benchmark."""
SOUND: Final = 0.8
"""Share of the gold paragraphs that must stand on the page literally; others are reworded, and cannot be met."""
MOST_OPTIONAL: Final = 4
"""Optional paragraphs of which every subset is tried; of more, all or none."""
LONG_CAPTION: Final = 5
"""Words from which a caption in the text is no coincidence."""
SHORT_CAPTION: Final = 10
"""Characters that a part of a caption must have to count for the whole."""
FEWEST: Final = 5
"""Pages of a language below which it is not listed."""
SAMPLES: Final = 1_000
SEED: Final = 20240229

_WORD = re.compile(r"\w+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


class Match(NamedTuple):
    """How well something was found."""

    f1: float
    precision: float
    recall: float


PERFECT: Final = Match(1.0, 1.0, 1.0)
NOTHING: Final = Match(0.0, 0.0, 0.0)


def match_bags(gold: Iterable[Hashable], found: Iterable[Hashable]) -> Match:
    """Two bags of things; two empty ones are equal."""
    wanted, got = Counter(gold), Counter(found)
    if not wanted or not got:
        return PERFECT if not wanted and not got else NOTHING
    same = (wanted & got).total()
    return _match(same / got.total(), same / wanted.total())


def match_words(gold: str | None, text: str | None) -> Match:
    """Words as a bag, whatever their case, as in WCXB's evaluation."""
    return match_bags(_WORD.findall((gold or "").lower()), _WORD.findall((text or "").lower()))


def match_paragraphs(row: Mapping[str, Any], text: str) -> Match:
    """Lines as a bag; of the optional paragraphs those may stand in the text that suit it best."""
    found = lines(text)
    return max((match_bags(lines("\n".join(some)), found) for some in _choices(row)), key=lambda match: match.f1)


def _match(precision: float, recall: float) -> Match:
    both = precision + recall
    return Match(2 * precision * recall / both if both else 0.0, precision, recall)


def lines(text: str) -> list[str]:
    """The lines of a text that hold anything, white space folded, in one form of Unicode."""
    folded = (" ".join(unicodedata.normalize("NFKC", line).split()) for line in text.split("\n"))
    return [line for line in folded if line]


def _choices(row: Mapping[str, Any]) -> Iterator[list[str]]:
    """The gold paragraphs, with the optional ones and without, in every way."""
    optional = row["extra"].get("optional_paragraphs") or []
    if len(optional) > MOST_OPTIONAL:
        left_out: Iterable[Sequence[int]] = [(), optional]
    else:
        left_out = chain.from_iterable(combinations(optional, n) for n in range(len(optional) + 1))
    for some in left_out:
        yield [paragraph for i, paragraph in enumerate(row["paragraphs"]) if i not in some]


def text_of(output: Mapping[str, Any]) -> str:
    """The text of an output; none where the page was refused."""
    return "" if output.get("refused") else output.get("text") or ""


def _with_body(pairs: Sequence[Pair]) -> list[tuple[Mapping[str, Any], str]]:
    return [(row, text_of(output)) for row, output in pairs if "body" in row["annotated"]]


def word_figures(pairs: Sequence[Pair]) -> Figures:
    """Words of the body, and the share of pages that failed whole."""
    found = [match_words(row["body"], text) for row, text in _with_body(pairs)]
    if not found:
        return {}
    f1, precision, recall = map(fmean, zip(*found, strict=True))
    failed = fmean(match.f1 < FAILED for match in found)
    return {"word F1": f1, "word P": precision, "word R": recall, "failed": failed, "with body": len(found)}


def shingle_figures(pairs: Sequence[Pair]) -> Figures:
    """F1 of the mean precision and the mean recall of shingles, and the share of pages with all words equal."""
    found = [(_WORD.findall(row["body"] or ""), _WORD.findall(text)) for row, text in _with_body(pairs)]
    if not found:
        return {}
    precisions, recalls = [], []
    for gold, text in found:
        wanted, got = _shingles(gold), _shingles(text)
        same = (wanted & got).total()
        if got:  # an empty text has no precision, an empty gold no recall
            precisions.append(same / got.total())
        if wanted:
            recalls.append(same / wanted.total())
    match = _match(fmean(precisions or [0.0]), fmean(recalls or [0.0]))
    return {"shingle F1": match.f1, "all words equal": fmean(gold == text for gold, text in found)}


def _shingles(words: list[str]) -> Counter[tuple[str, ...]]:
    """Of fewer words than a shingle has, all together are one."""
    starts = range(max(1, len(words) - SHINGLE + 1)) if words else ()
    return Counter(tuple(words[i : i + SHINGLE]) for i in starts)


def paragraph_figures(pairs: Sequence[Pair]) -> Figures:
    """Paragraphs, where those of the gold stand on the page."""
    found = [
        match_paragraphs(row, text).f1
        for row, text in _with_body(pairs)
        if row["paragraphs"] and row.get("qc", {}).get("para_verbatim_any", 1) >= SOUND
    ]
    return {"paragraph F1": fmean(found)} if found else {}


def snippet_figures(pairs: Sequence[Pair]) -> Figures:
    """Shares of the wanted and of the unwanted snippets that stand in the text."""
    out: Figures = {}
    for key in ("with", "without"):
        given = [(row[key], " ".join(text_of(o).split())) for row, o in pairs if key in row["annotated"] and row[key]]
        found = [" ".join(snippet.split()) in text for snippets, text in given for snippet in snippets]
        if found:
            out[key] = fmean(found)
    return out


def caption_figures(pairs: Sequence[Pair]) -> Figures:
    """Pages with a gold caption in the text, and gold captions that were found."""
    leaks, found = [], []
    for row, output in pairs:
        captions = [plain(i["caption"]) for i in row["extra"].get("images") or [] if isinstance(i, dict)]
        captions = [caption for caption in captions if caption]
        body = plain(" ".join([row["body"] or "", *(row["extra"].get("summary") or [])]))
        long = [c for c in captions if len(c.split()) >= LONG_CAPTION and c not in body]
        text = plain(text_of(output)) if long else ""
        given = [plain(caption) for caption in output.get("captions") or []]
        leaks += [any(caption in text for caption in long)] if long else []
        found += [any(same_caption(caption, other) for other in given) for caption in captions]
    out = {"caption leak": fmean(leaks)} if leaks else {}
    if found and any("captions" in output for _, output in pairs):  # some tools have no captions
        out["caption recall"] = fmean(found)
    return out


def same_caption(gold: str, given: str) -> bool:
    """Whether a caption is the one of the gold, both plain: all of it, or a part that is no coincidence."""
    return bool(given) and (gold in given or (len(given) >= SHORT_CAPTION and given in gold))


def plain(text: str | None) -> str:
    """A text without what nobody sees: invisible characters, kinds of white space, case."""
    return " ".join(unicodedata.normalize("NFKC", _INVISIBLE.sub("", text or "")).split()).casefold()


def refusal_figures(pairs: Sequence[Pair]) -> Figures:
    """The share of pages that were refused: of the articles where there are any, else of all."""
    if not any("refused" in output for _, output in pairs):
        return {}
    articles = [output for row, output in pairs if row["page_type"] == "article"]
    return {"refused": fmean(bool(o.get("refused")) for o in articles or [output for _, output in pairs])}


def confidence_figures(pairs: Sequence[Pair]) -> Figures:
    """How well the confidence tells the chance of a good text: Brier score, and expected calibration error."""
    known = [
        (min(1.0, max(0.0, float(o["confidence"]))), match_words(row["body"], text_of(o)).f1 >= RIGHT)
        for row, o in pairs
        if "body" in row["annotated"] and o.get("confidence") is not None
    ]
    if not known:
        return {}
    gaps: defaultdict[int, list[float]] = defaultdict(list)
    for confidence, right in known:
        gaps[min(BINS - 1, int(confidence * BINS))].append(confidence - right)
    return {
        "confidence": fmean(confidence for confidence, _ in known),
        "confidence Brier": fmean((confidence - right) ** 2 for confidence, right in known),
        "confidence ECE": sum(abs(sum(gap)) for gap in gaps.values()) / len(known),
    }


def cost_figures(pairs: Sequence[Pair]) -> Figures:
    """Time, and how often the second opinion was asked and taken."""
    out: Figures = {}
    seconds = [output["seconds"] for _, output in pairs if output.get("seconds") is not None]
    if seconds:
        out |= {"ms median": 1000 * statistics.median(seconds), "ms mean": 1000 * fmean(seconds)}
    if any("asked" in output for _, output in pairs):
        out["second opinion asked"] = fmean(bool(output.get("asked")) for _, output in pairs)
        out["second opinion taken"] = fmean("second_opinion" in output.get("warnings", ()) for _, output in pairs)
    return out


def count_figures(pairs: Sequence[Pair]) -> Figures:
    """How many pages, and the share that gave no text."""
    return {"pages": len(pairs), "no text": fmean(not text_of(output).strip() for _, output in pairs)}


MEASURES: Final[Sequence[Callable[[Sequence[Pair]], Figures]]] = (
    count_figures,
    word_figures,
    shingle_figures,
    paragraph_figures,
    snippet_figures,
    caption_figures,
    refusal_figures,
    confidence_figures,
    cost_figures,
)


def figures(pairs: Sequence[Pair]) -> Figures:
    """All figures of some pages."""
    return {name: value for measure in MEASURES for name, value in measure(pairs).items()} if pairs else {}


def articles(pairs: Iterable[Pair]) -> list[Pair]:
    """The article pages with a gold body, which are pooled over all data sets."""
    return [(row, output) for row, output in pairs if row["page_type"] == "article" and "body" in row["annotated"]]


def by_language(pairs: Iterable[Pair]) -> dict[str, list[Pair]]:
    """Pages by the language of the gold, else the one that the page declares; the most frequent first."""
    groups: defaultdict[str, list[Pair]] = defaultdict(list)
    for row, output in pairs:
        groups[primary(row["lang"] or row["extra"].get("html_lang"))].append((row, output))
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    return {language: group for language, group in ordered if language and len(group) >= FEWEST}


def primary(language: str | None) -> str:
    """The first part of a language tag; both kinds of Norwegian are one."""
    tag = re.split("[-_]", (language or "").strip().lower())[0]
    return "no" if tag in ("nb", "nn") else tag


def difference(ours: Sequence[float], theirs: Sequence[float]) -> Figures:
    """Mean difference, page by page, with the interval that holds 95 % of the means of resampled pages."""
    gaps = [own - other for own, other in zip(ours, theirs, strict=True)]
    chance = random.Random(SEED)  # noqa: S311 - draws samples, guards nothing
    means = sorted(fmean(chance.choices(gaps, k=len(gaps))) for _ in range(SAMPLES))
    cut = SAMPLES // 40  # 2.5 % on either side
    return {"difference": fmean(gaps), "low": means[cut], "high": means[-1 - cut], "pages": len(gaps)}
