"""The words around a date that say what it is of: the publication, the first one, the last change."""

from __future__ import annotations

import re

from newsclean.caseless import Caseless

_CHANGED = Caseless(
    r"(?:(?:last|article|page|letzte|dernière|última|ultimo|ultima|laatste?|sist|sidst|senest|senast|ostatnia|"
    r"последнее|son|آخر|آخرین)\s+)?"
    r"(?:\b(?:updated|update|modified|revised|aktualisiert|aktualisierung|geändert|änderung|zuletzt|mise? à jour|"
    r"modifiée?|actualizad[oa]|actualización|aggiornat[oa]|aggiornamento|atualizad[oa]|atualização|"
    r"обновлен[оа]?|обновление|изменено|güncelle\w*|bijgewerkt|gewijzigd|aangepast|oppdatert|endret|uppdatera\w*|ändrad|opdateret|ændret|"
    r"zaktualizowan\w+|aktualizacja|تم التحديث|تحديث|به\W?روز\W?(?:رسانی|شده))\b|"
    r"(?:最終|最后|最後)?更新|최종\s?수정|기사수정|수정|업데이트)"
)
_MARKS = re.compile(r"^\W+")
"""What may stand before the first word."""
_CHANGED_LATE = Caseless(r"\b(?:edited(?! by)|bearbeitet(?! von)|editado(?! por)|modifica)\b")
"""Words of a change that open no line, as in "revision 3, last edited"."""
_PUBLISHED = Caseless(
    r"\b(?:published|posted|publish date|publication date|date|veröffentlicht|erstellt|datum|vom|publié|mis en ligne|"
    r"publicado|fecha|pubblicato|"
    r"data|gepubliceerd|opublikowano|опубликовано|дата|tarih|yayın\w*|dipublikasikan|written|created|released|stand|issued)\b|発表|公開|发布|登录|입력|تاریخ|نشر"
)
_FIRST = Caseless(
    r"\b(?:originally|first) (?:published|posted|appeared)\b|\b(?:zuerst|erstmals|ursprünglich) "
    r"(?:veröffentlicht|erschienen)\b|\binitialement publiée?\b|\bpubliée? initialement\b|"
    r"\b(?:publicad[oa] originalmente|originalmente publicad[oa])\b|\bpubblicat[oa] originariamente\b|"
    r"\boorspronkelijk gepubliceerd\b"
)


def opens_with_change(text: str) -> bool:
    """Whether a line begins as one that gives the date of the last change."""
    return _CHANGED.match(_MARKS.sub("", text, count=1)) is not None


def before_change(text: str) -> str:
    """A line up to the word "updated": the date behind it is that of the last change."""
    match = _change(text)
    return text[: match.start()] if match else text


def after_change(text: str) -> str | None:
    """What a line says behind the word "updated"; None when it does not have one."""
    match = _change(text)
    return text[match.end() :] if match else None


def names_publication(text: str) -> bool:
    """Whether a line says that it dates something: when it was published, posted, written."""
    return _PUBLISHED.search(text) is not None


def names_first(text: str) -> bool:
    """Whether a line says when a story was published first."""
    return _FIRST.search(text) is not None


def _change(text: str) -> re.Match[str] | None:
    return _CHANGED.search(text) or _CHANGED_LATE.search(text)
