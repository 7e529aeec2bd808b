"""Whose caption? What a caption and a story have in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cues.lexicon import lexicon
from newsclean.cues.ownership import Evidence, Ownership, Story

STORY = Story.of(
    "The harbour board opened the old quay in Ankerholm again on Monday after three winters of repairs. Harbour master "
    "Ann Lund said the granite wall had held. Ferries to Skarvo will leave every hour, and fishermen may land their "
    "herring there from April 2021, the board said in Washington.",
    "en",
    head="Old quay opens again",
)
OWN = "Fishermen land herring at the old quay in Ankerholm. (AFP photo)"
STRAY = (
    "Pianist Orla Quist (L) rehearses a nocturne with cellist Teodor Brandt before the gala in Washington in "
    "April 2021. (AFP photo)"
)


def owns(caption: str, story: Story = STORY) -> Ownership:
    return story.owns(story.read(caption))


def evidence(caption: str, *others: str, story: Story = STORY) -> Evidence:
    return story.evidence(story.read(caption), [story.read(other) for other in others])


def test_an_own_caption_scores_high() -> None:
    assert owns(OWN).score > 0.6


def test_a_stray_caption_scores_low_and_names_strangers() -> None:
    own = owns(STRAY)
    assert own.score < 0.15
    assert own.rare >= 4
    assert STORY.foreign_runs(STORY.read(STRAY)) >= 1


def test_dates_and_capitals_that_both_name_do_not_make_it_own() -> None:
    without = STRAY.replace("in Washington in April 2021", "")
    assert owns(STRAY).score == pytest.approx(owns(without).score)


def test_the_credit_does_not_count() -> None:
    assert owns(OWN) == owns(OWN.removesuffix(" (AFP photo)"))
    assert evidence(OWN.replace("(AFP photo)", "(Photo by Ann Lund)")) == evidence(OWN)


def test_inflected_and_joined_words_meet() -> None:
    story = Story.of("The Russian missile systems were delivered to Ankerholm.", "en")
    assert owns("A Russian-made missile", story).present >= 1
    assert owns("The harbour’s lamp", Story.of("harbours", "en")).score > 0


def test_a_word_inside_of_a_compound_is_found() -> None:
    story = Story.of("Der Hafenkühlturm fiel am Morgen.", "de")
    assert story.has("kuhltu")
    assert not story.has("turm")


def test_case_does_not_matter() -> None:
    assert owns("HERRING AT ANKERHOLM").score == owns("herring at ankerholm").score


@pytest.mark.parametrize("caption", ["", "(AFP)", "2021", "A file photo", "Washington, March 8, 2019"])
def test_a_caption_that_tells_nothing_is_owned_and_no_evidence(caption: str) -> None:
    assert owns(caption) == Ownership(1.0, 0, 0)
    assert evidence(caption).missing == evidence(caption).weight == 0.0
    assert STORY.foreign_runs(STORY.read(caption)) == 0


def test_a_run_with_one_known_name_is_not_foreign() -> None:
    assert STORY.foreign_runs(STORY.read("Mayor Ann Lund speaks")) == 0
    assert STORY.foreign_runs(STORY.read("Mayor Teodor Brandt speaks")) == 1


def test_a_title_of_a_person_is_no_name() -> None:
    assert STORY.foreign_runs(STORY.read("Rep. Brandt speaks")) == 0


def test_a_repeated_word_counts_once() -> None:
    assert owns("Herring, herring and herring") == owns("Herring")


def test_what_the_headline_has_counts_apart() -> None:
    assert evidence("The old quay").headed > evidence("The granite wall").headed == 0.0


def test_names_count_apart() -> None:
    assert evidence("Harbour master Ann Lund").names == 1.0
    assert evidence("Harbour master Orla Quist").names == 0.0
    assert evidence("nobody at the granite wall").names == evidence("nobody at the granite wall").found


def test_other_captions_vouch_for_what_the_story_lacks() -> None:
    scene = "Gulls circle the lighthouse of Brindel"
    alone = evidence(scene)
    assert alone.siblings == 0.0
    assert evidence(scene, "Visitors climb the lighthouse of Brindel at noon").siblings > 0.3


def test_other_captions_are_counted_when_they_are_hardly_owned() -> None:
    assert evidence(OWN, STRAY).low == 1.0
    assert evidence(OWN, *[f"{STRAY} {n}" for n in range(5)]).low == 3.0
    assert evidence(STRAY, OWN).low == 0.0
    assert evidence(STRAY, OWN).rival > 0.6


def test_what_the_page_says_of_its_story_is_part_of_it() -> None:
    story = Story.of(STORY.body, "en", about="music festival: pianist Orla Quist")
    assert owns(STRAY, story).score > owns(STRAY).score


@pytest.mark.parametrize(
    ("language", "story", "own", "stray"),
    [
        ("ja", "市は月曜日、古い岸壁を再び開いた。港長が語った。", "再び開いた古い岸壁", "演奏会で練習する奏者"),
        ("zh", "市政府周一重新开放了旧码头，港务长说。", "重新开放的旧码头", "钢琴家在音乐会前排练"),
        (
            "ko",
            "항만 당국은 월요일 오래된 부두를 다시 열었다고 밝혔다.",
            "다시 열린 오래된 부두에서",
            "연주회를 앞둔 피아니스트",
        ),
        (
            "ru",
            "Портовая администрация открыла старую набережную.",
            "Открыла старую набережную",
            "Пианистка репетирует ноктюрн",
        ),
        ("ar", "أعلنت إدارة الميناء افتتاح الرصيف القديم", "الرصيف القديم في ميناء", "عازفة بيانو تتدرب قبل الحفل"),
        ("th", "ท่าเรือเก่าเปิดอีกครั้งเมื่อวันจันทร์", "ท่าเรือเก่าเปิดอีกครั้ง", "นักเปียโนซ้อมก่อนคอนเสิร์ต"),
    ],
)
def test_other_scripts_tell_own_from_stray(language: str, story: str, own: str, stray: str) -> None:
    told = Story.of(story, language)
    assert owns(own, told).score > 0.5
    assert owns(stray, told).score < 0.3


@pytest.mark.parametrize("language", [None, "de", "zz", "../en", "en-US"])
def test_every_language_gives_a_score(language: str | None) -> None:
    story = Story.of("Der alte Kai in Ankerholm ist wieder offen", language)
    assert owns("Der alte Kai in Ankerholm", story).score > owns("Pianistin Orla Quist probt", story).score


def test_places_are_there_and_unique() -> None:
    for names in (lexicon("en")["places.countries"], lexicon("en")["places.capitals"]):
        assert len(set(names)) == len(names)
        assert names


@given(st.text(), st.text(), st.lists(st.text(max_size=40), max_size=3))
def test_shares_are_shares(text: str, caption: str, others: list[str]) -> None:
    story = Story.of(text, "en")
    own, found = owns(caption, story), evidence(caption, *others, story=story)
    assert 0 <= own.score <= 1
    assert 0 <= own.present <= own.rare
    assert all(-1e-9 <= share <= 1 + 1e-9 for share in (*found[:4], found.siblings, found.rival))
    assert found.low <= 3


@given(st.text(st.characters(codec="latin-1"), max_size=200))
def test_a_story_owns_its_own_words(text: str) -> None:
    assert owns(text, Story.of(text, "en")).score == pytest.approx(1.0)
