"""From captions to their judge."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import fit_ownership
import pytest

from newsclean.cues.ownership_model import INPUTS, OwnershipModel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def pages(captioned: Callable[..., Any]) -> list[Any]:
    out = []
    for n in range(10):
        page = captioned(n)
        place, person = page.head.split()[0], f"{'KLMNOPQRST'[n]}brandt"
        out.append(page._replace(captions=(f"Mayor {person} walks along the harbour of {place}",)))
    return out


def test_the_judge_tells_own_from_stray(pages: list[Any]) -> None:
    learned = [lesson for fold in range(fit_ownership.FOLDS) for lesson in fit_ownership.lessons(pages, fold)]
    model = fit_ownership.fit(learned)
    own = [model.odds(x.evidence) for x in learned if x.trial.kind == "own"]
    stray = [model.odds(x.evidence) for x in learned if x.trial.kind != "own"]
    assert max(own) < 0 < min(stray)


def test_weights_of_words_have_not_seen_the_fold(pages: list[Any]) -> None:
    for fold in range(fit_ownership.FOLDS):
        texts = sum(fit_ownership.fold_of(page.site) != fold for page in pages)
        known = fit_ownership.known_without(pages, fold)["en"]
        assert known.texts == (texts if texts >= 8 else 0)


def test_a_marked_line_that_shares_nothing_is_not_learned_from(pages: list[Any]) -> None:
    odd = pages[0]._replace(captions=("Request a therapy appointment today",), gold=False)
    fold = fit_ownership.fold_of(odd.site)
    found = [x for x in fit_ownership.lessons([odd, *pages[1:]], fold) if x.trial.page is odd and x.trial.kind == "own"]
    assert found
    assert not any(x.weight for x in found)


def test_it_writes_the_same_file_each_time(pages: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit_ownership, "captioned_pages", lambda _: pages)
    contents = []
    for name in ("one", "other"):
        out = tmp_path / name
        monkeypatch.setattr(sys, "argv", ["fit_ownership.py", str(tmp_path), "--out", str(out)])
        fit_ownership.main()
        contents.append(out.read_bytes())
    assert contents[0] == contents[1]
    table = json.loads(contents[0])
    assert set(table) == {*INPUTS, "bias"}
    assert OwnershipModel.from_table(table).bias == table["bias"]
