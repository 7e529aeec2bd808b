"""What a verdict can say, and that the lists of labels are complete and apart."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import get_args

import pytest

from newsclean.model import RemovalKind
from newsclean.verdict import FIELD_LABELS, REMOVAL_KINDS, TEXT_LABELS, Verdict

CONTRACT_KINDS = """
misplaced_caption related teaser newsletter paywall app_prompt share follow listen reading_time separator
mirror_address standards author_bio comment_prompt comments advertisement donation player poll navigation duplicate
boilerplate""".split()


def test_the_kinds_of_removal_are_those_that_are_promised() -> None:
    assert list(get_args(RemovalKind)) == CONTRACT_KINDS
    assert frozenset(CONTRACT_KINDS) == REMOVAL_KINDS


def test_a_label_keeps_moves_or_drops_and_never_two_of_them() -> None:
    assert not FIELD_LABELS & REMOVAL_KINDS
    assert not TEXT_LABELS & (FIELD_LABELS | REMOVAL_KINDS)


def test_a_verdict_cannot_be_changed() -> None:
    verdict = Verdict(block=0, label="body", by="engine", reason="Prose.")
    with pytest.raises(FrozenInstanceError):
        verdict.label = "share"  # type: ignore[misc]


def test_equal_verdicts_have_equal_hashes_whatever_their_evidence() -> None:
    one = Verdict(block=0, label="body", by="engine", reason="Prose.", evidence={"words": 3})
    other = Verdict(block=0, label="body", by="engine", reason="Prose.", evidence={"words": 3})
    assert one == other
    assert hash(one) == hash(other)
