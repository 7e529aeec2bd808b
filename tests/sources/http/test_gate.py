from __future__ import annotations

import threading
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.sources.http import gate
from newsclean.sources.http.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Sequence


def test_the_first_does_not_wait_and_the_next_wait_a_gap_each() -> None:
    door = Gate(1.0)
    assert [door.enter("a", 10.0) for _ in range(3)] == [0.0, 1.0, 2.0]


def test_hosts_do_not_wait_for_each_other() -> None:
    door = Gate(1.0)
    assert [door.enter(host, 10.0) for host in "abc"] == [0.0, 0.0, 0.0]


def test_who_comes_late_enough_does_not_wait() -> None:
    door = Gate(1.0)
    assert [door.enter("a", now) for now in (10.0, 11.0, 11.5)] == [0.0, 0.0, 0.5]


def test_a_host_may_ask_for_more_but_not_for_less_or_for_ever() -> None:
    door = Gate(1.0)
    assert [door.enter("a", 0.0, delay=5.0) for _ in range(2)] == [0.0, 5.0]
    assert [door.enter("b", 0.0, delay=0.1) for _ in range(2)] == [0.0, 1.0]
    assert [door.enter("c", 0.0, delay=1e6) for _ in range(2)] == [0.0, gate.MAX_DELAY]


def test_a_closed_host_is_left_alone_until_it_opens() -> None:
    door = Gate(1.0)
    door.close("a", 30.0)
    door.close("a", 20.0)
    assert door.closed("a", 10.0) == 20.0
    assert door.enter("a", 10.0) == 20.0
    assert door.closed("a", 31.0) == 0.0
    assert door.closed("b", 10.0) == 0.0


def test_who_started_late_is_kept_at_a_distance_too() -> None:
    door = Gate(1.0)
    assert [door.enter("a", 0.0) for _ in range(2)] == [0.0, 1.0]
    assert door.start("a", 0.4) == 0.0
    assert door.start("a", 1.0) == pytest.approx(0.4)
    assert door.start("a", 1.4) == 0.0
    assert door.start("b", 1.4) == 0.0


def test_a_host_that_closed_while_somebody_waited_is_left_alone() -> None:
    door = Gate(1.0)
    door.enter("a", 0.0)
    door.close("a", 30.0)
    assert door.start("a", 0.0) == 30.0
    assert door.start("a", 30.0) == 0.0


def test_hosts_whose_turn_is_past_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MAX_HOSTS", 2)
    door = Gate(1.0)
    for now, host in enumerate("abcdef"):
        door.enter(host, now * 10.0)
        door.start(host, now * 10.0)
    assert len(door._next) <= 2
    assert len(door._started) <= 3


@given(st.lists(st.floats(0, 5), min_size=1, max_size=40), st.floats(0, 3))
def test_starts_are_a_gap_apart_whenever_people_come(pauses: Sequence[float], gap: float) -> None:
    door, now, starts = Gate(gap), 0.0, []
    for pause in pauses:
        now += pause
        starts.append(now + door.enter("a", now))
    assert all(later - earlier >= gap - 1e-9 for earlier, later in pairwise(starts))


def test_threads_get_different_turns() -> None:
    door, turns = Gate(1.0), []

    def come() -> None:
        turns.extend(door.enter("a", 0.0) for _ in range(50))

    threads = [threading.Thread(target=come) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(turns) == [float(n) for n in range(400)]
