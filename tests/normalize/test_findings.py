"""The choice among candidates, and what is told of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from newsclean.normalize.findings import Finding, Found, choose


def test_nothing_found_is_none() -> None:
    assert choose([]) == Found(None, None)


def test_the_heaviest_wins_and_the_others_are_named() -> None:
    found = choose([Finding("meta:a", "one", "One ", 1.0), Finding("jsonld:b", "two", " Two", 2.0)])
    assert found.value == "two"
    assert found.provenance is not None
    assert found.provenance.source == "jsonld:b"
    assert found.provenance.raw == " Two"
    assert found.provenance.candidates == (("meta:a", "One "),)
    assert found.provenance.conflict


def test_the_only_candidate_has_no_losers_and_no_conflict() -> None:
    found = choose([Finding("meta:a", 1, "1", -3.0, "day")]).provenance
    assert found is not None
    assert (found.source, found.raw, found.candidates, found.conflict) == ("meta:a", "1", (), False)
    assert found.precision == "day"


def test_among_equals_the_first_wins() -> None:
    assert choose([Finding("a", 1, "1", 1.0), Finding("b", 2, "2", 1.0)]).value == 1


def test_values_that_are_equal_by_their_key_do_not_conflict() -> None:
    found = choose([Finding("a", "One", "One", 2.0), Finding("b", "one", "one", 1.0)], str.casefold)
    assert found.provenance is not None
    assert not found.provenance.conflict


def test_a_candidate_that_says_the_same_twice_is_named_once() -> None:
    found = choose([Finding("a", 1, "1", 2.0), Finding("b", 1, "1", 1.0), Finding("b", 1, "1", 1.0)])
    assert found.provenance is not None
    assert found.provenance.candidates == (("b", "1"),)


def test_one_moment_in_two_zones_is_no_conflict_though_the_days_differ() -> None:
    late = datetime(2024, 5, 2, 21, 11, tzinfo=timezone(-timedelta(hours=5)))
    found = choose([Finding("a", late.astimezone(UTC), "1", 2.0), Finding("b", late, "2", 1.0)], datetime.date)
    assert found.provenance is not None
    assert not found.provenance.conflict
    other = choose([Finding("a", late, "1", 2.0), Finding("b", late + timedelta(days=1), "2", 1.0)], datetime.date)
    assert other.provenance is not None
    assert other.provenance.conflict
