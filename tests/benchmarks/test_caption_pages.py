"""Strays through `parse`."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from newsclean.cues import ownership
from newsclean.cues.frequencies import Frequencies
from newsclean.cues.ownership_model import shipped_ownership
from newsclean.detectors import misplaced_caption

BODY = "\n".join(
    f"The harbour board opened old quay number {n} in Ankerholm again on Monday after three long winters, and the first "
    "ferry left at six in the morning with forty people on board."
    for n in range(4)
)
OWN = "Fishermen land herring at the old quay in Ankerholm"
STRAY = "Pianist Orla Quist rehearses a nocturne with cellist Teodor Brandt in Brindel"


@pytest.fixture
def trial(program: Any) -> Any:
    from captioned import Captioned
    from injection import Trial

    known = {"dataset": "made_up", "site": "herald.example", "language": "en", "about": "", "gold": True}
    host = Captioned(id="1", head="Old quay opens", body=BODY, captions=(OWN,), gold_body=True, **known)
    page = host._replace(id="2", captions=(STRAY,))
    return Trial(STRAY, page, host, (OWN,), "random", "with")


@pytest.mark.parametrize("mode", ["text", "html"])
@pytest.mark.parametrize("place", ["adjacent", "middle"])
@pytest.mark.parametrize("credited", [True, False])
def test_a_stray_is_put_where_it_is_wanted(program: Any, trial: Any, mode: str, place: str, credited: bool) -> None:  # noqa: FBT001
    form = program.Form(mode, place, credited, "with")
    made = program.page_of(trial, form, random.Random(1))
    assert made.source.count(made.stray) == made.source.count(made.own) == 1
    assert (made.stray == STRAY) is not credited
    order = sorted((made.own, made.stray, *made.paragraphs), key=made.source.index)
    assert order.index(made.own) == 0
    assert order.index(made.stray) == (1 if place == "adjacent" else 3)


def test_what_became_of_it_is_counted(program: Any, trial: Any) -> None:
    for mode, credited, what in (("html", False, "dropped"), ("text", True, "dropped"), ("text", False, "text")):
        count: Counter[str] = Counter()
        form = program.Form(mode, "middle", credited, "with")
        program._count(count, program.page_of(trial, form, random.Random(1)))
        assert (count["strays"], count[what], count["own dropped"], count["lost"]) == (1, 1, 0, 0)


def test_other_weights_and_judge_for_a_while(program: Any) -> None:
    before = ownership.frequencies
    known = Frequencies("en", 0, {})
    model = shipped_ownership()._replace(bias=9.0)
    with program.fitted({"en": known}, model):
        assert ownership.frequencies("en") is known
        assert ownership.frequencies("de") is before("de")
        assert misplaced_caption.shipped_ownership() is model
    assert ownership.frequencies is before
    assert misplaced_caption.shipped_ownership is shipped_ownership


def test_one_trial_a_page_kind_and_company(program: Any, trial: Any) -> None:
    assert program._one_a_page([trial, trial, trial._replace(kind="own")]) == [trial]
    assert program._one_a_page([trial._replace(host=trial.host._replace(gold_body=False))]) == []
