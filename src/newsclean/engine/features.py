"""Numbers about every block of a page: what the first stage of the model sees.

One cheap pass of Python reads texts and names; everything else is arithmetic on whole columns. Shares and odds keep
their scale, lengths are logarithms, "unknown" is -1 where 0 would mean something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from newsclean.cues.captions import marked
from newsclean.engine.characters import Char, count_kinds
from newsclean.engine.layout import Layout, lay_out
from newsclean.engine.vocabulary import MAX_LINE, line_tokens
from newsclean.engine.witnesses import PROBE, Witnesses, read_witnesses, squeeze
from newsclean.page import NONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from newsclean.engine.vocabulary import Vocabulary
    from newsclean.page import Candidate, Page

    Floats = npt.NDArray[np.float64]

TAGS: Final = (
    "article main nav aside footer header form table ul ol li dl figure blockquote section details pre h1 h2 h3 h4 p td"
).split()
"""Elements whose presence around a block is a feature each."""
KINDS: Final = ("heading", "paragraph", "list_item", "quote", "preformatted", "table_row")
LEVELS: Final = 6
"""Containers around a block that are described one by one, from its own element up."""
PROSE_LINKS: Final = 0.35
"""A block with a larger share of its characters in links is no prose."""
SHARES: Final = (0.3, 0.5, 0.8)
"""Of the page's prose: how far up is the first container that holds so much of it?"""
HEAD: Final = 24
"""Blocks that begin with the same characters are versions of one text."""
LONG: Final = 150
"""Blocks with so many words may hold what other blocks hold too: a whole text in one piece."""
SHIFTS: Final = (-3, -2, -1, 1, 2, 3)
"""Neighbours whose main features a block sees too."""
NEIGHBOUR_FEATURES: Final = (
    "words", "link_share", "stops", "word_mean", "name_low", "name_total", "upper_share", "depth", "heading",
    "body_hit",
)  # fmt: skip


class Columns(NamedTuple):
    """The features of a page, and what the second stage needs of how they were made."""

    values: npt.NDArray[np.float32]
    """Block by feature."""
    layout: Layout
    witnesses: Witnesses
    words: Floats
    group: npt.NDArray[np.intp]
    """Block to the number of its group: those of like elements in like elements."""


class _Table:
    """Named columns, in the order in which they were added."""

    def __init__(self) -> None:
        self.columns: dict[str, Floats] = {}

    def add(self, **columns: Floats) -> None:
        self.columns.update(columns)

    def __getitem__(self, name: str) -> Floats:
        return self.columns[name]

    def matrix(self) -> npt.NDArray[np.float32]:
        return np.stack(list(self.columns.values()), axis=1).astype(np.float32)


def read_features(page: Page, vocabulary: Vocabulary, table: npt.NDArray[np.uint8]) -> Columns:
    """The features of a page of HTML with at least one block.

    Args:
        page: the page.
        vocabulary: what is known of words.
        table: the `Char` of every character.
    """
    columns, witnesses, layout, group = _columns(page, vocabulary, table)
    return Columns(columns.matrix(), layout, witnesses, columns["count_words"], group)


def feature_names(page: Page, vocabulary: Vocabulary, table: npt.NDArray[np.uint8]) -> list[str]:
    """The names of the features in their order; the same for every page."""
    return list(_columns(page, vocabulary, table)[0].columns)


def _columns(
    page: Page, vocabulary: Vocabulary, table: npt.NDArray[np.uint8]
) -> tuple[_Table, Witnesses, Layout, npt.NDArray[np.intp]]:
    out = _Table()
    witnesses = read_witnesses(page)
    layout = lay_out(page)
    _text(out, page.blocks, table)
    _vocabulary(out, page.blocks, vocabulary, witnesses)
    _copies(out, page.blocks)
    _elements(out, page, layout)
    _names(out, page, layout, vocabulary)
    _places(out, witnesses)
    group = _groups(out, page)
    _containers(out, layout)
    _neighbours(out)
    _whole(out)
    return out, witnesses, layout, group


def _text(out: _Table, blocks: Sequence[Candidate], table: npt.NDArray[np.uint8]) -> None:
    counts, last = count_kinds([block.text for block in blocks], table)
    chars = counts.sum(axis=1).astype(float)
    whole = np.array([len(block.text) for block in blocks], float)
    words = np.array([block.words for block in blocks], float)
    links = np.array([block.link_chars for block in blocks], float) / whole
    letters = counts[:, Char.LOWER] + counts[:, Char.UPPER] + counts[:, Char.IDEOGRAPH] + 1.0
    prose = (words >= MAX_LINE) & (links < PROSE_LINKS)
    out.add(
        count_words=words,
        words=np.log1p(words),
        chars=np.log1p(whole),
        link_share=links,
        link_chars=np.log1p(links * whole),
        word_length=whole / np.maximum(words, 1.0),
        prose=prose.astype(float),
        stops=np.log1p(counts[:, Char.STOP]),
        stop_share=counts[:, Char.STOP] / np.maximum(words, 1.0),
        commas=np.log1p(counts[:, Char.COMMA]),
        quotes=np.log1p(counts[:, Char.QUOTE]),
        digit_share=counts[:, Char.DIGIT] / chars,
        upper_share=counts[:, Char.UPPER] / letters,
        bar_share=counts[:, Char.BAR] / np.maximum(words, 1.0),
        bars=np.log1p(counts[:, Char.BAR]),
        ideograph_share=counts[:, Char.IDEOGRAPH] / letters,
        other_share=(counts[:, Char.OTHER] + counts[:, Char.PUNCTUATION]) / chars,
        ends_sentence=((last == Char.STOP) | (last == Char.QUOTE)).astype(float),
        ends_kind=last.astype(float),
        starts_upper=np.array([block.text[0].isupper() for block in blocks], float),
        starts_digit=np.array([block.text[0].isdigit() for block in blocks], float),
    )


def _vocabulary(out: _Table, blocks: Sequence[Candidate], vocabulary: Vocabulary, witnesses: Witnesses) -> None:
    rows = []
    seen: dict[str, int] = {}
    titled = witnesses.title_words
    for block in blocks:
        tokens = line_tokens(block.text)
        squeezed = squeeze(block.text) if witnesses.body or witnesses.description else ""
        seen[block.text] = seen.get(block.text, 0) + 1
        rows.append(
            (
                *vocabulary.words(tokens),
                sum(token in titled for token in tokens),
                witnesses.body_hit(squeezed),
                witnesses.description_hit(squeezed),
            )
        )
    mean, low, high, first, title, body, description = np.array(rows, float).T
    out.add(
        word_mean=mean,
        word_low=low,
        word_high=high,
        word_first=first,
        title_share=title / np.maximum(out["count_words"], 1.0),
        title_cover=title / max(len(titled), 1),
        body_hit=body,
        description_hit=description,
        repeated=np.array([seen[block.text] for block in blocks], float),
    )


def _copies(out: _Table, blocks: Sequence[Candidate]) -> None:
    """What stands on the page twice: teasers of the story, and whole texts that pages carry a second time unseen."""
    count = len(blocks)
    longest: dict[str, int] = {}
    heads = [block.text[:HEAD] for block in blocks]
    for head, block in zip(heads, blocks, strict=True):
        longest[head] = max(longest.get(head, 0), len(block.text))
    covered, inside = np.zeros(count), np.zeros(count)
    for i in np.flatnonzero(out["count_words"] >= LONG).tolist():
        own = squeeze(blocks[i].text)
        for j, block in enumerate(blocks):
            if i != j and len(block.text) >= PROBE and squeeze(block.text[:PROBE]) in own:
                covered[i] += len(block.text)
                inside[j] += 1
        covered[i] /= len(blocks[i].text)
    out.add(
        cut_short=np.array([len(b.text) < longest[h] for h, b in zip(heads, blocks, strict=True)], float),
        covered=covered,
        inside=inside,
    )


def _elements(out: _Table, page: Page, layout: Layout) -> None:
    frames, blocks = page.frames, page.blocks
    tag_bits = {tag: 1 << bit for bit, tag in enumerate(TAGS)}
    bits = np.array([tag_bits.get(frame.tag, 0) for frame in frames], np.int64)
    around = np.bitwise_or.reduce(bits[layout.ancestors], axis=1)
    for bit, tag in enumerate(TAGS):
        out.add(**{f"in_{tag}": ((around >> bit) & 1).astype(float)})
    own = [frames[block.frame] for block in blocks]
    out.add(
        kind=np.array([KINDS.index(block.kind) for block in blocks], float),
        heading=np.array([block.kind == "heading" for block in blocks], float),
        level=np.array([block.level for block in blocks], float),
        own_p=np.array([frame.tag == "p" for frame in own], float),
        own_div=np.array([frame.tag == "div" for frame in own], float),
        nth=np.log1p(np.array([frame.nth for frame in own], float)),
        hidden=np.array([frame.hidden for frame in own], float),
        figure=np.array([frame.figure != NONE for frame in own], float),
        caption=np.array([marked(frame.classes, frame.tag) for frame in own], float),
        depth=layout.depth.astype(float),
    )


def _names(out: _Table, page: Page, layout: Layout, vocabulary: Vocabulary) -> None:
    score = vocabulary.names
    scores = np.array([score(frame.classes, frame.id) for frame in page.frames], float)
    around = scores[layout.ancestors]  # block, level, (lowest, highest, total)
    levels = around.shape[1]
    for level in range(4):
        at = min(level, levels - 1)
        out.add(**{f"name_low_{level}": around[:, at, 0], f"name_high_{level}": around[:, at, 1]})
    out.add(
        name_low=around[:, :, 0].min(axis=1),
        name_high=around[:, :, 1].max(axis=1),
        name_total=scores[layout.ancestors, 2].sum(axis=1),
        name_near=around[:, : min(5, levels), 2].sum(axis=1),
    )


def _places(out: _Table, witnesses: Witnesses) -> None:
    words = out["count_words"]
    count = len(words)
    index = np.arange(count, dtype=float)
    before = np.cumsum(words) - words
    total = max(float(words.sum()), 1.0)
    title = witnesses.title
    prose = np.flatnonzero(out["prose"])
    out.add(
        index=np.log1p(index),
        index_share=index / count,
        after=np.log1p(count - 1 - index),
        before_share=before / total,
        words_before=np.log1p(before),
        words_after=np.log1p(total - before - words),
        from_title=index - title if title != NONE else np.full(count, -1000.0),
        is_title=(index == title).astype(float),
        words_from_title=_signed_log(before - before[title]) if title != NONE else np.zeros(count),
        from_first_prose=index - (prose[0] if len(prose) else 0),
        to_last_prose=(prose[-1] if len(prose) else count) - index,
    )


def _groups(out: _Table, page: Page) -> npt.NDArray[np.intp]:
    """Blocks in like elements: a list of teasers is one group, the paragraphs of the story another."""
    frames = page.frames
    numbers: dict[tuple[str, ...], int] = {}
    keys = []
    for block in page.blocks:
        frame = frames[block.frame]
        parent = frames[max(frame.parent, 0)]
        keys.append(numbers.setdefault((frame.tag, frame.classes, parent.tag, parent.classes), len(numbers)))
    group = np.array(keys, np.intp)
    size = np.bincount(group).astype(float)
    words = np.bincount(group, out["count_words"])
    links = np.bincount(group, out["link_share"] * out["count_words"]) / np.maximum(words, 1.0)
    prose = np.bincount(group, out["prose"]) / size
    out.add(
        group_size=np.log1p(size)[group],
        group_words=np.log1p(words)[group],
        group_mean=(words / size)[group],
        group_links=links[group],
        group_prose=prose[group],
        group_share=(words / max(float(words.sum()), 1.0))[group],
    )
    return group


def _containers(out: _Table, layout: Layout) -> None:
    words = out["count_words"]
    inside = {
        "words": layout.inside(running(words)),
        "prose": layout.inside(running(words * out["prose"])),
        "links": layout.inside(running(words * out["link_share"])),
        "stops": layout.inside(running(out["stops"])),
        "blocks": (layout.end - layout.start).astype(float),
    }
    all_words, all_prose = max(float(words.sum()), 1.0), max(float((words * out["prose"]).sum()), 1.0)
    levels = layout.ancestors.shape[1]
    for level in range(LEVELS):
        frame = layout.ancestors[:, min(level, levels - 1)]
        held = np.maximum(inside["words"][frame], 1.0)
        out.add(
            **{
                f"c{level}_words": np.log1p(inside["words"][frame]),
                f"c{level}_share": inside["words"][frame] / all_words,
                f"c{level}_prose": inside["prose"][frame] / all_prose,
                f"c{level}_prose_share": inside["prose"][frame] / held,
                f"c{level}_links": inside["links"][frame] / held,
                f"c{level}_mean": held / np.maximum(inside["blocks"][frame], 1.0),
                f"c{level}_stops": inside["stops"][frame] / np.maximum(inside["blocks"][frame], 1.0),
                f"c{level}_blocks": np.log1p(inside["blocks"][frame]),
            }
        )
    share = inside["prose"] / all_prose
    for least in SHARES:
        out.add(**height(layout, share, least))


def height(layout: Layout, share: Floats, least: float) -> dict[str, Floats]:
    """How far above each block the first container with enough of the page stands, and how deep it is.

    Args:
        layout: the page.
        share: of the page, per frame.
        least: how much is enough.
    """
    enough = share[layout.ancestors] >= least
    enough[:, -1] = True
    up = enough.argmax(axis=1).astype(float)
    name = f"{round(least * 100)}"
    depth = layout.depth - up
    return {f"up_{name}": up, f"off_{name}": depth.max() - depth}


def _neighbours(out: _Table) -> None:
    for name in NEIGHBOUR_FEATURES:
        column = out[name]
        for shift in SHIFTS:
            out.add(**{f"{name}{shift:+d}": shifted(column, shift)})


def _whole(out: _Table) -> None:
    words = out["count_words"]
    ones = np.ones(len(words))
    total = max(float(words.sum()), 1.0)
    out.add(
        page_blocks=ones * np.log1p(len(words)),
        page_words=ones * np.log1p(total),
        page_prose=ones * float((words * out["prose"]).sum()) / total,
        page_links=ones * float((words * out["link_share"]).sum()) / total,
        page_longest=ones * float(out["words"].max()),
        page_has_body=ones * float(out["body_hit"].max() > 0),
        page_in_article=ones * float((words * out["in_article"]).sum()) / total,
        page_in_main=ones * float((words * out["in_main"]).sum()) / total,
    )


def running(column: Floats) -> Floats:
    """The running sum of a column, with a zero in front."""
    return np.concatenate(([0.0], np.cumsum(column)))


def shifted(column: Floats, by: int) -> Floats:
    """What stands `by` places further on for each place, -1 beyond the ends."""
    out = np.full(len(column), -1.0)
    if by < 0:
        out[-by:] = column[:by]
    else:
        out[:-by] = column[by:]
    return out


def _signed_log(column: Floats) -> Floats:
    return np.sign(column) * np.log1p(np.abs(column))
