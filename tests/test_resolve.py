"""Who outranks whom, the brake, and one disposition for every block."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.blocks import read_text
from newsclean.resolve import BRAKE_SHARE, Outcome, labels, resolve
from newsclean.verdict import FIELD_LABELS, REMOVAL_KINDS, TEXT_LABELS, Label, Verdict

if TYPE_CHECKING:
    from newsclean.page import Page

ENGINE, RULE, DETECTOR = "engine", "harbour.example/tail", "detector:share"


def page_of(*words: int) -> Page:
    """A text with one line for each number, of so many words."""
    return read_text("\n".join("word " * count for count in words))


def say(block: int, label: Label, by: str = ENGINE, **more: Any) -> Verdict:
    return Verdict(block=block, label=label, by=by, reason=f"{by} says {label}.", **more)


def disposition(outcome: Outcome, block: int) -> str:
    where = [
        *(["kept"] if block in outcome.kept else []),
        *([outcome.moved[block].label] if block in outcome.moved else []),
        *([outcome.dropped[block].label] if block in outcome.dropped else []),
    ]
    assert len(where) == 1, where
    return where[0]


def decide(*verdicts: Verdict) -> str:
    """The disposition of a short line beside a long body, whatever the order of the verdicts."""
    page = page_of(3, 200)
    body = say(1, "body")
    found = {disposition(resolve(page, (*order, body)), 0) for order in permutations(verdicts)}
    assert len(found) == 1
    return found.pop()


def test_the_engine_alone() -> None:
    assert decide(say(0, "body")) == "kept"
    assert decide(say(0, "title")) == "title"
    assert decide(say(0, "boilerplate")) == "boilerplate"


def test_a_detector_outranks_the_engine() -> None:
    assert decide(say(0, "body"), say(0, "share", DETECTOR)) == "share"
    assert decide(say(0, "boilerplate"), say(0, "byline", "detector:byline")) == "byline"


def test_a_rule_outranks_detectors_and_engine() -> None:
    assert decide(say(0, "body"), say(0, "share", DETECTOR), say(0, "mirror_address", RULE)) == "mirror_address"
    assert decide(say(0, "boilerplate"), say(0, "share", DETECTOR), say(0, "keep", RULE)) == "kept"
    assert decide(say(0, "boilerplate"), say(0, "share", DETECTOR), say(0, "body", RULE)) == "kept"


@pytest.mark.parametrize("label", sorted(REMOVAL_KINDS | FIELD_LABELS))
def test_a_guard_outranks_everything(label: Label) -> None:
    others = (say(0, label), say(0, label, RULE), say(0, label, DETECTOR))
    assert decide(say(0, "keep", "detector:correction", confidence=0.1), *others) == "kept"


def test_confidence_settles_ties_inside_a_rank_only() -> None:
    sure, unsure = say(0, "share", DETECTOR, confidence=0.9), say(0, "byline", "detector:byline", confidence=0.8)
    assert decide(say(0, "body"), sure, unsure) == "share"
    assert decide(say(0, "body", confidence=1.0), say(0, "share", DETECTOR, confidence=0.01)) == "share"


def test_a_block_of_which_nobody_speaks_is_dropped_and_told() -> None:
    outcome = resolve(page_of(3, 3), ())
    assert [verdict.label for verdict in outcome.dropped.values()] == ["boilerplate", "boilerplate"]
    assert all(verdict.by == "engine" and verdict.reason for verdict in outcome.dropped.values())


def test_guards_are_remembered() -> None:
    outcome = resolve(
        page_of(3, 3),
        [say(0, "body"), say(0, "keep", "detector:correction", evidence={"field": "notes"}), say(1, "body")],
    )
    assert outcome.kept == (0, 1)
    assert outcome.guarded[0].evidence == {"field": "notes"}
    assert 1 not in outcome.guarded


@pytest.mark.parametrize("by", [ENGINE, RULE, "detector:caption_cue"])
def test_a_stray_is_refined_whoever_says_caption(by: str) -> None:
    stray = say(0, "misplaced_caption", "detector:misplaced_caption", confidence=0.9)
    said = (say(0, "body"),) if by != ENGINE else ()
    assert decide(*said, say(0, "caption", by), stray) == "misplaced_caption"


def test_a_stray_alone_never_takes_a_block_that_others_keep_by_rank() -> None:
    stray = say(0, "misplaced_caption", "detector:misplaced_caption")
    assert decide(say(0, "boilerplate"), say(0, "keep", RULE), stray) == "kept"
    assert decide(say(0, "caption"), say(0, "keep", "detector:correction"), stray) == "kept"


def test_a_rule_that_says_what_it_is_overrules_the_stray() -> None:
    stray = say(0, "misplaced_caption", "detector:misplaced_caption")
    assert decide(say(0, "caption"), say(0, "related", RULE), stray) == "related"


def test_a_doubt_about_the_owner_is_carried() -> None:
    doubt = say(
        0, "caption", "detector:misplaced_caption", confidence=0.5, notice="caption_unsure", evidence={"score": 0.12}
    )
    for by in (ENGINE, RULE, "detector:caption_cue"):
        outcome = resolve(page_of(3, 50), [say(0, "caption", by), doubt, say(1, "body")])
        assert outcome.moved[0].label == "caption"
        (notice,) = outcome.notices
        assert (notice.kind, notice.message, notice.evidence) == ("caption_unsure", doubt.reason, {"score": 0.12})


def test_the_picture_and_credit_that_a_rule_knows_survive_a_doubt() -> None:
    ruled = say(0, "caption", RULE, picture=4, credit="Mira Holt")
    doubt = say(0, "caption", "detector:misplaced_caption", confidence=0.5, notice="caption_unsure")
    outcome = resolve(page_of(3, 50), [ruled, doubt, say(1, "body")])
    assert (outcome.moved[0].picture, outcome.moved[0].credit) == (4, "Mira Holt")
    assert [notice.kind for notice in outcome.notices] == ["caption_unsure"]


def test_a_notice_of_a_verdict_that_lost_is_not_carried() -> None:
    doubt = say(0, "caption", "detector:misplaced_caption", notice="caption_unsure")
    assert resolve(page_of(3, 50), [say(0, "keep", "detector:correction"), doubt, say(1, "body")]).notices == ()


def braked(dropped: int, *, body: int = 1_000, label: Label = "share", by: str = DETECTOR) -> Outcome:
    page = page_of(dropped, body - dropped)
    return resolve(page, [say(0, "body"), say(1, "body"), say(0, label, by)])


def test_at_the_limit_the_brake_does_not_hold() -> None:
    outcome = braked(100)
    assert outcome.dropped[0].label == "share"
    assert outcome.notices == ()


def test_above_the_limit_every_drop_is_undone() -> None:
    outcome = braked(101)
    assert outcome.kept == (0, 1)
    assert outcome.dropped == {}
    (notice,) = outcome.notices
    assert notice.kind == "brake"
    assert notice.evidence == {"dropped_words": 101, "body_words": 1_000, "by": "detector:share"}
    assert f"{BRAKE_SHARE:.0%}" in notice.message


def test_the_brake_undoes_all_detectors_drops_on_the_body_and_only_those() -> None:
    page = page_of(60, 50, 800, 5, 30, 10)
    verdicts = [
        *(say(i, "body") for i in range(5)),
        say(5, "boilerplate"),
        say(0, "share", DETECTOR),
        say(1, "related", "detector:related"),
        say(3, "byline", "detector:byline"),
        say(4, "mirror_address", RULE),
        say(5, "navigation", "detector:navigation"),
    ]
    outcome = resolve(page, verdicts)
    assert outcome.kept == (0, 1, 2)
    assert [outcome.moved[3].label, outcome.dropped[4].label, outcome.dropped[5].label] == [
        "byline",
        "mirror_address",
        "navigation",
    ]
    assert outcome.notices[0].evidence["by"] == "detector:related, detector:share"


@pytest.mark.parametrize(
    ("label", "by"), [("share", RULE), ("caption", "detector:caption_cue"), ("byline", "detector:byline")]
)
def test_rules_and_moves_are_not_braked(label: Label, by: str) -> None:
    assert braked(900, label=label, by=by).notices == ()


def test_a_stray_caption_is_no_loss_of_body() -> None:
    page = page_of(40, 60)
    cue = say(0, "caption", "detector:caption_cue")
    stray = say(0, "misplaced_caption", "detector:misplaced_caption")
    outcome = resolve(page, [say(0, "body"), say(1, "body"), cue, stray])
    assert outcome.dropped[0].label == "misplaced_caption"
    assert outcome.notices == ()


def test_an_undone_drop_leaves_the_next_voice() -> None:
    page = page_of(500, 500)
    outcome = resolve(
        page,
        [
            say(0, "body"),
            say(1, "body"),
            say(0, "share", DETECTOR),
            say(0, "byline", "detector:byline", confidence=0.5),
        ],
    )
    assert outcome.moved[0].label == "byline"


def test_an_undone_drop_does_not_bring_back_its_notice() -> None:
    page = page_of(500, 500)
    outcome = resolve(page, [say(0, "body"), say(1, "body"), say(0, "paywall", "detector:paywall", notice="partial")])
    assert [notice.kind for notice in outcome.notices] == ["brake"]


def test_an_empty_page() -> None:
    assert resolve(page_of(), ()) == Outcome(kept=())
    assert labels(page_of(), ()) == ()


def test_labels_are_the_decisions_without_the_brake() -> None:
    page = page_of(500, 500)
    said = [say(0, "body"), say(1, "body"), say(0, "share", DETECTOR)]
    assert [verdict.label for verdict in labels(page, said)] == ["share", "body"]


@pytest.mark.parametrize(
    "detail", [{"picture": 1}, {"credit": "Mira Holt"}, {"notice": "caption_unsure"}, {"evidence": {"score": 0.1}}]
)
def test_verdicts_that_differ_in_a_detail_only_are_ranked_too(detail: dict[str, Any]) -> None:
    page = page_of(3, 50)
    one, other, body = say(0, "caption", RULE), say(0, "caption", RULE, **detail), say(1, "body")
    assert resolve(page, [one, other, body]) == resolve(page, [other, one, body])


VERDICTS = st.builds(
    Verdict,
    block=st.integers(0, 5),
    label=st.sampled_from(sorted(TEXT_LABELS | FIELD_LABELS | REMOVAL_KINDS)),
    by=st.sampled_from(
        [ENGINE, RULE, "other.example/x", DETECTOR, "detector:correction", "detector:misplaced_caption"]
    ),
    reason=st.sampled_from(["One.", "Other."]),
    confidence=st.sampled_from([0.0, 0.5, 1.0]),
    notice=st.sampled_from([None, None, "caption_unsure"]),
    picture=st.sampled_from([None, 0, 1]),
    credit=st.sampled_from([None, "Mira Holt"]),
    evidence=st.sampled_from([{}, {"score": 0.1}]),
)


@given(
    st.lists(VERDICTS, max_size=25),
    st.randoms(use_true_random=False),
    st.lists(st.integers(1, 60), min_size=6, max_size=6),
)
def test_the_order_of_verdicts_does_not_matter(verdicts: list[Verdict], random: Any, words: list[int]) -> None:
    page = page_of(*words)
    shuffled = list(verdicts)
    random.shuffle(shuffled)
    assert resolve(page, shuffled) == resolve(page, verdicts)
    assert labels(page, shuffled) == labels(page, verdicts)


@given(st.lists(VERDICTS, max_size=25), st.lists(st.integers(1, 60), min_size=6, max_size=6))
def test_every_block_has_exactly_one_disposition(verdicts: list[Verdict], words: list[int]) -> None:
    page = page_of(*words)
    outcome = resolve(page, verdicts)
    everywhere = [*outcome.kept, *outcome.moved, *outcome.dropped]
    assert sorted(everywhere) == list(range(len(page.blocks)))
    assert list(outcome.kept) == sorted(outcome.kept)
    assert set(outcome.guarded) <= set(outcome.kept)


@given(st.lists(VERDICTS, max_size=25), st.lists(st.integers(1, 60), min_size=6, max_size=6))
def test_detectors_never_take_more_of_the_body_than_the_brake_allows(verdicts: list[Verdict], words: list[int]) -> None:
    page = page_of(*words)
    outcome = resolve(page, verdicts)
    body = {verdict.block for verdict in verdicts if verdict.by == ENGINE and verdict.label == "body"}
    lost = [
        index
        for index, verdict in outcome.dropped.items()
        if index in body and verdict.by.startswith("detector:") and verdict.label != "misplaced_caption"
    ]
    assert sum(words[index] for index in lost) <= BRAKE_SHARE * sum(words[index] for index in body)
