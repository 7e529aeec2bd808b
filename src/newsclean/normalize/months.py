"""Names of months, from the Unicode locale data (Babel) and, for the calendars that it lacks, from here.

Loaded only when a page gives its date in words of a language: one language costs 3 to 5 ms once.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH: Final[Mapping[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
JALALI: Final[Mapping[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد امرداد", "شهریور", "مهر", "آبان",
            "آذر", "دی", "بهمن", "اسفند",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
ISLAMIC: Final[Mapping[str, int]] = {
    "محرم": 1, "صفر": 2, "ربيع الأول": 3, "ربيع الاول": 3, "ربيع الثاني": 4, "ربيع الآخر": 4, "جمادى الأولى": 5,
    "جمادى الاولى": 5, "جمادى الثانية": 6, "جمادى الآخرة": 6, "رجب": 7, "شعبان": 8, "رمضان": 9, "شوال": 10,
    "ذو القعدة": 11, "ذي القعدة": 11, "ذو الحجة": 12, "ذي الحجة": 12,
}  # fmt: skip
_EXTRA: Final[Mapping[str, Mapping[str, int]]] = {
    "ar": {  # the Levant and Iraq; CLDR has them under ar-SY
        "كانون الثاني": 1, "شباط": 2, "آذار": 3, "نيسان": 4, "أيار": 5, "حزيران": 6, "تموز": 7, "آب": 8, "أيلول": 9,
        "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12,
        "جانفي": 1, "فيفري": 2, "أفريل": 4, "ماي": 5, "جوان": 6, "جويلية": 7, "أوت": 8,
    },
    "de": {"jänner": 1, "feber": 2, "mrz": 3, "maerz": 3},
    "es": {"setiembre": 9, "set": 9},
    "id": {"agu": 8, "nop": 11},
    "sr": {
        "januar": 1, "februar": 2, "mart": 3, "april": 4, "maj": 5, "jun": 6, "jul": 7, "avgust": 8, "septembar": 9,
        "oktobar": 10, "novembar": 11, "decembar": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "avg": 8, "sep": 9,
        "okt": 10, "nov": 11, "dec": 12,
    },
    "en": {},
}  # fmt: skip
"""Regional names that the locale of the language itself does not give."""


_MARKS: Final = frozenset(map(chr, range(0x300, 0x370)))
"""Combining marks of the Latin, Greek and Cyrillic scripts; those of other scripts are letters."""


@cache
def month_names(language: str | None) -> Mapping[str, int]:
    """Names of the Gregorian months, in a language and in English, lower case, no full stops, to their numbers."""
    names = dict(ENGLISH)
    if language and language != "en":
        names |= _from_locale(language)
        names |= _EXTRA.get(language, {})
        names = {without_marks(name): number for name, number in names.items()} | names
    return names


def without_marks(name: str) -> str:
    """A name as it is written in capitals and by those without the keys: "août" as "aout", "Aralık" as "aralik"."""
    plain = "".join(char for char in unicodedata.normalize("NFD", name) if char not in _MARKS)
    return unicodedata.normalize("NFC", plain).replace("ı", "i")


@cache
def month_pattern(language: str | None) -> str:
    """A regular expression for any of `month_names`, and for those of the Persian and Islamic calendars."""
    names = {*month_names(language), *JALALI, *ISLAMIC}
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


def _from_locale(language: str) -> dict[str, int]:
    from babel import Locale, UnknownLocaleError

    try:
        months = Locale.parse(language).months
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in months[context].get(width, {}).items():
                folded = name.lower().rstrip(".").strip()
                if any(char.isalpha() for char in folded) and not folded[0].isdigit():
                    found.setdefault(folded, number)
    return found
