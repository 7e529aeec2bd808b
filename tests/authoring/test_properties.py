"""Whatever pages hold: what is written can be read, and says what was meant."""

from __future__ import annotations

import html

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.authoring.conftest import specimen

from newsclean.authoring.draft import draft
from newsclean.authoring.learn import learn
from newsclean.rules.load import read_rules
from newsclean.rules.writing import dumps

NAMES = st.text(st.sampled_from("ab-_1é'\"\\:#.[ "), max_size=6)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=12)
BLOCKS = st.tuples(st.sampled_from("KDRC"), NAMES, TEXTS)
PAGES = st.lists(st.lists(BLOCKS, min_size=1, max_size=6), min_size=1, max_size=3)


def markup(blocks: list[tuple[str, str, str]]) -> str:
    named = (
        f'<div class="{html.escape(name)}" id="{html.escape(name)}"><p>{letter} {html.escape(text)}</p></div>'
        for letter, name, text in blocks
    )
    return f"<main><p>K The first line of a story.</p>{''.join(named)}</main>"


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(PAGES)
def test_what_is_learned_is_what_is_read(pages: list[list[tuple[str, str, str]]]) -> None:
    specimens = [specimen(markup(blocks)) for blocks in pages]
    learned = learn(specimens, site="kallmoor.example", name="The\n'Courier'", hosts=("kallmoor.example",))
    assert read_rules(dumps(learned.rules, notes=learned.notes), site="kallmoor.example") == learned.rules


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(PAGES)
def test_a_draft_can_always_be_read_and_decides_nothing(pages: list[list[tuple[str, str, str]]]) -> None:
    _, text = draft([specimen(markup(blocks)) for blocks in pages])
    rules = read_rules(text, site="kallmoor.example")
    assert (rules.drop, rules.caption, rules.layout, len(rules.test)) == ((), (), (), len(pages))
