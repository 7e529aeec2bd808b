"""Names that are those of organisations: agencies, desks, publishers; told by their words and by a list of agencies."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from newsclean.caseless import Caseless
from newsclean.cues.lexicon import fold, lexicon

KEPT: Final = 64
"""Names whose kind is remembered: a page names its author about three times."""

_WORDS = Caseless(
    r"\b(?:agency|agencies|agence|agenzia|agência|agências|agencia|agencias|\w*agentur\w*|ajans[ıi]?|news|newsroom|newsdesk|desk|"
    r"team|staff|redaktion\w*|redazione|redacción|rédaction|redaktionen|redação|redakcja|redaksi|redactie|redakce|redacția|"
    r"szerkesztőség|toimitus|redakcia|haber merkezi|editors?|editorial|press|presse|media|magazine|times|post|tribune|"
    r"zeitung|online|tv|radio|inc|ltd|gmbh|e\.v|institute|university|foundation|department|ministry|council|association|"
    r"group|network|correspondents?|bureau|редакция|служба|агентство)\b|\.(?:com|de|org|net|co\.uk)\b|"
    r"-redaktion\b|編集部|编辑部|取材班|特派員団|(?:通信社?|新聞社?|報社|日报|日報|电视台|網|뉴스팀?|뉴스|신문|일보|편집국|취재팀)$|"
    r"^(?:خبرگزاری|گروه|سرویس|تحریریه|وكالة|وكالات|هيئة|فريق)(?:\s|$)"
)
_AGENCIES: Final = frozenset(
    "тасс|риа новости|интерфакс|укринформ|рейтер|رويترز|وكالات|أ ف ب|فرانس برس|"
    "د ب أ|الأناضول|ایرنا|ایسنا|فارس|تسنیم|مهر|新华社|新華社|"
    "中新社|中央社|共同通信|共同|時事通信|時事|ロイター|연합뉴스|뉴시스|뉴스1|로이터|"
    "भाषा|पीटीआई|ians|"
    "čtk|sita|tasr|bns|elta|leta|kna|epd|sda|ats|"
    "keystone-sda|keystone-ats|sid|apn|agencies|agenturen|agences|agencias|"
    "agenzie|agencje|wire services|staff and agencies".split("|")
)
"""Agencies, and words for all of them, beside those that the lexicon has for credits of pictures."""


@lru_cache(KEPT)
def is_organisation(name: str) -> bool:
    """Whether a name is one of an organisation by its words, or one of the known agencies'."""
    return any(map(is_agency, name.split("/"))) or _WORDS.search(name) is not None


def is_agency(name: str) -> bool:
    """Whether a name is a known agency's, whole: "dpa", "Associated Press", "ТАСС"."""
    folded = fold(name).removeprefix("the ")
    return folded in _AGENCIES or folded in _credited()


@cache
def _credited() -> frozenset[str]:
    return frozenset(lexicon(None)["credit.agencies"])
