"""Rules that are broken on purpose, one for each kind of mistake: `rules check` and `rules test` are red on every one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

DROP = "[[drop]]\nid = 'a'\ntext = '^Today.s puzzle'\n"
SEEN = "[[test]]\npage = 'lighthouse.html'\ndrops = { a = 1 }\n"
KEEP = "[[keep]]\nid = 'k'\n"

BROKEN = {
    "no TOML": ("hosts = [", "not TOML"),
    "unknown key": ("titel = 'x'", "unknown key 'titel'"),
    "misspelt key": ("[[drop]]\nid = 'a'\ncs = 'p'", "drop[0].cs: unknown key 'cs': did you mean 'css'?"),
    "misspelt key of a layout": ("[[layout]]\nid = 'l'\ndetekt = 'p'", "did you mean 'detect'?"),
    "misspelt key of expect": ("[[layout]]\nid = 'l'\nexpect = { min_word = 3 }", "did you mean 'min_words'?"),
    "misspelt field": ("[fields]\nauthor = ['a']", "did you mean 'authors'?"),
    "misspelt key of a test": ("[[test]]\npage = 'x'\ncontain = ['y']", "did you mean 'contains'?"),
    "misspelt kind": (f"{DROP}kind = 'realted'", "drop[0].kind: invalid enum value 'realted': did you mean 'related'?"),
    "misspelt source": ("[fields]\ntitle = ['json-ld:headline']", "did you mean 'jsonld:'?"),
    "wrong type": ("hosts = 'x.example'", "hosts: expected `array`"),
    "later format": ("schema = 2", "schema: "),
    "no host": ("hosts = ['https://x.example/']", "is not a host"),
    "every host": ("hosts = ['*.example']", "every site of a top-level domain"),
    "no hosts at all": (f"{DROP}{SEEN}", "no page could have these rules", ""),
    "no layer": ("extends = 'group/none'", "there is no such rule file"),
    "no id": ("[[drop]]\nid = 'A b'\ncss = 'p'", "is not an id"),
    "id used twice": (f"{DROP}[[keep]]\nid = 'a'\ncss = 'p'", "is taken by"),
    "neither css nor text": ("[[drop]]\nid = 'a'", "would match everything"),
    "no selector": ("[[drop]]\nid = 'a'\ncss = 'p >'", "not a CSS selector"),
    "no pattern": ("[[drop]]\nid = 'a'\ntext = '('", "not a pattern"),
    "endless pattern": ("[[drop]]\nid = 'a'\ntext = '(a{999}){999}'", "counted repeats"),
    "no place": (f"{DROP}where = 'lst:3'", "is not a place"),
    "place behind nothing": (f"{DROP}where = 'after:mirors'\n[[keep]]\nid = 'mirrors'\ntext = 'x'", "mean 'mirrors'?"),
    "no share": (f"{DROP}max_share = 1.5", "is not a share"),
    "dates in the wrong order": ("[[layout]]\nid = 'l'\nsince = 2024-01-02\nuntil = 2024-01-01", "before since"),
    "promise of nothing": ("[[layout]]\nid = 'l'\nexpect = { must_match = ['fields.titel'] }", "mean 'fields.title'?"),
    "test of no entry": (f"{DROP}[[test]]\npage = 'x'\ndrops = {{ b = 1 }}", "there is no entry 'b'"),
    "test of no field": ("[[test]]\npage = 'x'\nfields = { titel = 'x' }", "an article has no field 'titel'"),
    "entry that no test sees": (DROP, "no [[test]] sees 'a' drop anything"),
    "entry that a test sees idle": (f"{DROP}{SEEN.replace('1', '0')}", "no [[test]] sees 'a' drop anything"),
    "caption that no test sees": ("[[caption]]\nid = 'c'\ncss = 'p.sub'", "no [[test]] sees a caption"),
    "generated class": (f"{KEEP}css = 'p.css-1x2y3z'", "(hashed_class)"),
    "pattern of any line": (f"{KEEP}text = '.*'", "(matches_everything)"),
    "pattern that hangs": (f"{KEEP}text = '^(a|a)*$'", "(too_slow)"),
    "entry said before": (f"{KEEP}css = 'p'\n[[keep]]\nid = 'k2'\ncss = 'p'", "(shadowed_entry)"),
    "layout never chosen": ("[[layout]]\nid = 'l'\n[[layout]]\nid = 'm'\ndetect = 'p'", "(shadowed_layout)"),
}
"""Text of a rule file, what is said of it, and its hosts if they are not the usual ones."""


@pytest.mark.parametrize("mistake", BROKEN)
def test_check_is_red(mistake: str, run: Run, tmp_path: Path) -> None:
    text, message, *hosts = BROKEN[mistake]
    file = tmp_path / "x.example.toml"
    named = "" if "hosts" in text or hosts else "hosts = ['x.example']\n"
    file.write_text(f"{named}{text}\n", encoding="utf-8")
    result = run("rules", "check", file)
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith(f"{file}: ")
    assert message in line


def test_check_is_red_where_two_files_have_a_host(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text("hosts = ['x.example']\n", encoding="utf-8")
    result = run("rules", "check", tmp_path)
    assert (result.exit_code, result.stdout.count("(shadowed_host)")) == (1, 1)


def test_a_layer_needs_no_hosts_and_no_tests_and_an_addition_to_shipped_rules_no_hosts(
    run: Run, tmp_path: Path
) -> None:
    layer = tmp_path / "group" / "valley.toml"
    layer.parent.mkdir()
    layer.write_text(f"{KEEP}css = 'p.x'\n{DROP}", encoding="utf-8")
    addition = tmp_path / "presstv.ir.toml"
    addition.write_text(f"{KEEP}css = 'p.x'\n", encoding="utf-8")
    assert run("rules", "check", layer, addition).exit_code == 0


EXPECTATIONS = {
    "a passage that is missing": ('["voted on Tuesday"]', '["voted on Monday"]'),
    "a passage that is there": ('["puzzle"]', '["voted on Tuesday"]'),
    "captions that are not there": ("drops = {", "captions = 7\ndrops = {"),
    "a caption of other words": ("drops = {", "captions = ['No such caption']\ndrops = {"),
    "more drops than there are": ("puzzle = 1", "puzzle = 3"),
    "another value of a field": ("Brannock keeps", "Brannock sells"),
    "a page that is not there": ("lighthouse.html", "nowhere.html"),
    "a rule that has died": ("^Today.s puzzle", "^Yesterday.s puzzle"),
}
"""What a rule file has, and what makes it wrong."""


@pytest.mark.parametrize("mistake", EXPECTATIONS)
def test_test_is_red(mistake: str, run: Run, rules: Path) -> None:
    right, wrong = EXPECTATIONS[mistake]
    text = rules.read_text(encoding="utf-8")
    assert run("rules", "test", rules).exit_code == 0
    rules.write_text(text.replace(right, wrong), encoding="utf-8")
    result = run("rules", "test", rules)
    assert result.exit_code == 1
    assert " FAILS: " in result.stdout
