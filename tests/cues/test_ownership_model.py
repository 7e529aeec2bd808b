"""The judge of captions."""

from __future__ import annotations

import pytest

from newsclean.cues.ownership import Evidence
from newsclean.cues.ownership_model import INPUTS, LITTLE, SCARCE, OwnershipModel, inputs, shipped_ownership

EVIDENCE = Evidence(
    found=0.2, headed=0.1, names=0.0, best=0.5, weight=1.5, missing=1.3, siblings=0.1, low=1.0, rival=0.8
)


def test_the_inputs_are_the_evidence_and_its_bends() -> None:
    found = dict(zip(INPUTS, inputs(EVIDENCE), strict=True))
    assert {name: found[name] for name in Evidence._fields} == EVIDENCE._asdict()
    assert found["scarce"] == SCARCE
    assert found["little"] == pytest.approx(0.2)
    assert found["little_said"] == pytest.approx(0.2 * 1.5)
    assert dict(zip(INPUTS, inputs(EVIDENCE._replace(found=0.9)), strict=True))["little"] == LITTLE


def test_odds_are_a_weighted_sum() -> None:
    model = OwnershipModel.from_table(dict.fromkeys(INPUTS, 0.0) | {"missing": 2.0, "bias": -1.0})
    assert model.odds(EVIDENCE) == pytest.approx(2.0 * 1.3 - 1.0)


def test_a_table_without_an_input_is_refused() -> None:
    with pytest.raises(KeyError):
        OwnershipModel.from_table({"bias": 0.0})


@pytest.mark.parametrize(
    ("better", "worse"),
    [({"found": 0.5}, {"found": 0.1}), ({"headed": 0.2}, {"headed": 0.0}), ({"missing": 1.0}, {"missing": 1.4}),
     ({"siblings": 0.5}, {"siblings": 0.0}), ({"low": 3.0}, {"low": 0.0}), ({"names": 0.5}, {"names": 0.0})],
)  # fmt: skip
def test_the_shipped_one_takes_the_evidence_for_what_it_is(better: dict[str, float], worse: dict[str, float]) -> None:
    model = shipped_ownership()
    assert model.odds(EVIDENCE._replace(**better)) < model.odds(EVIDENCE._replace(**worse))
