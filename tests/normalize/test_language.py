"""The language: declared and plausible, else detected."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.blocks import read_html, read_text
from newsclean.html.document import Document
from newsclean.normalize.language import detect_language, find_language, language_tag, page_language, plausible

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsclean.normalize.draft import Draft

EN = (
    "The harbour office has opened the longest quay of the island, and two of the ferries that were waiting came in at once. "
    * 2
)
DE = (
    "Das Hafenamt hat den längsten Kai der Insel eröffnet, und zwei der Fähren, die auf den Tag gewartet hatten, legten sofort an. "
    * 2
)
RU = (
    "Портовое управление открыло самый длинный причал острова, и два парома, которые ждали этого дня, сразу же подошли к нему. "
    * 2
)
FA = "اداره بندر بلندترین اسکله جزیره را افتتاح کرد و دو کشتی که منتظر این روز بودند بی‌درنگ پهلو گرفتند. " * 2
JA = "港湾局は島で最も長い岸壁を開き、この日を待っていた二隻のフェリーがすぐに接岸した。" * 3
KO = "항만국은 섬에서 가장 긴 부두를 열었고, 이날을 기다리던 두 척의 여객선이 곧바로 접안했다. " * 3
IS = (
    "Hafnarskrifstofan hefur opnað lengstu bryggju eyjarinnar og tvær ferjur sem biðu þessa dags lögðust strax að. " * 2
)


@pytest.mark.parametrize(
    ("text", "language"), [(EN, "en"), (DE, "de"), (RU, "ru"), (FA, "fa"), (JA, "ja"), (KO, "ko"), (IS, "is")]
)
def test_detection(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "Quay", "1234567890 1234567890 1234567890", "— — — — — — — — — — — —"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.parametrize(
    ("raw", "tag"),
    [
        ("en", "en"),
        ("EN_us", "en-US"),
        ("pt-br", "pt-BR"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("iw", "he"),
        ("es-419", "es-419"),
        ("english", None),
        ("", None),
        ("x", None),
    ],
)
def test_tags(raw: str, tag: str | None) -> None:
    assert language_tag(raw) == tag


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", EN, True), ("en", DE, False), ("en", RU, False), ("de-AT", DE, True), ("ru", RU, True), ("uk", RU, False),
        ("fa", FA, True), ("ar", EN, False), ("ja", JA, True), ("ko", KO, True), ("is", IS, True), ("is", EN, False),
        ("sr", RU, True), ("en", "Quay", True), ("en", "", True),
    ],
)  # fmt: skip
def test_plausibility(tag: str, text: str, expected: bool) -> None:  # noqa: FBT001 - a case
    assert plausible(tag, text) is expected


def page(text: str, lang: str = "", head: str = "") -> str:
    return f"<html{f' lang={lang}' if lang else ''}><head>{head}</head><body><h1>Q</h1><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("html", "language", "source"),
    [
        (page(EN, "en-GB"), "en-GB", "html:lang"),
        (page(DE, "en"), "de", "text"),
        (page(DE, "en", '<meta property="og:locale" content="de_AT">'), "de-AT", "meta:og:locale"),
        (page(EN), "en", "text"),
        (
            page(EN, head='<script type="application/ld+json">{"@type":"NewsArticle","inLanguage":"en"}</script>'),
            "en",
            "jsonld:inLanguage",
        ),
    ],
)
def test_where_it_comes_from(draft: Callable[..., Draft], html: str, language: str, source: str) -> None:
    found = find_language(draft(html))
    assert found.provenance is not None
    assert (found.value, found.provenance.source) == (language, source)


def test_a_wrong_declaration_stays_on_record(draft: Callable[..., Draft]) -> None:
    found = find_language(draft(page(DE, "en"))).provenance
    assert found is not None
    assert found.candidates == (("html:lang", "en"),)
    assert found.conflict


def test_a_rule_knows_best(draft: Callable[..., Draft]) -> None:
    assert find_language(draft(page(DE, "en"), rule_fields={"language": (("rule:x", "fr"),)})).value == "fr"


def test_the_language_of_a_page_before_its_story_is_known() -> None:
    assert page_language(read_html(Document(page(DE, "en")))) == "de"
    assert page_language(read_html(Document(page(EN, "en-GB")))) == "en"
    assert page_language(read_text(f"Quay\n{EN}")) == "en"
    assert page_language(read_text("Quay")) is None


def test_common_languages_need_no_detector() -> None:
    code = f"from newsclean.normalize.language import detect_language as d; import sys; assert d({EN!r}) == 'en'; assert 'py3langid' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@settings(deadline=None)
@given(st.text(max_size=600), st.text(max_size=12))
def test_any_text_and_any_declaration(text: str, raw: str) -> None:
    tag = language_tag(raw)
    assert tag is None or plausible(tag, text) in {True, False}
    assert detect_language(text) is None or text
