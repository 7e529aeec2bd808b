"""Editor's notes: which of them tell something else than that the story was wrong."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsclean.cues.lexicon import fold, lexicon

HEAD_CHARS: Final = 400
"""Where a note says that it corrects, with room for invisible characters: in its first 200."""

_UPDATE = re.compile(
    r"updat|aktualisier|ergänz|mise? à jour|actualiz|aggiorn|atualiz|bijgewerkt|aangevuld|uppdater|oppdater|opdater|"
    r"aktualizow|обновл|дополн|güncell|تحديث|به روز|به‌روز|更新|追記|업데이트"
)


def annotates(text: str, language: str | None) -> bool:
    """Whether a line that corrects or annotates a story is an editor's note that corrects nothing."""
    folded = fold(text[:HEAD_CHARS])
    return _notes(language).match(folded) is not None and _corrections(language).search(folded) is None


@cache
def _notes(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}{lexicon(language).alternation('correction.notes')}\b")


@cache
def _corrections(language: str | None) -> re.Pattern[str]:
    """Phrases by which a note corrects; that a story was updated is no correction."""
    phrases = [phrase for phrase in lexicon(language)["correction.phrases"] if not _UPDATE.search(phrase)]
    return re.compile("|".join(map(re.escape, phrases)) or "(?!)")
