"""UTF-8 that was read as Windows-1252 ("â€œquayâ€" for "“quay”"), undone where that is certain.

It is certain when the whole text, in the bytes that the wrong reading made characters of, is UTF-8 throughout: a real
"é" before a letter is not, so a text that is damaged only in parts stays as it is. "NESCAFÉ®" is UTF-8 by chance:
beside the signs that begin nearly every damage of western text, it takes several different ones.

A control that stands where Windows-1252 has a sign (92, "’") is certain alone: no text means it.
"""

from __future__ import annotations

import re
from typing import Final

SEVERAL: Final = 4
"""Different damaged characters that are no chance: of 44,000 texts of the evaluation corpus with other characters than
ASCII's this repairs 99, all of them damaged; ftfy, which looks at parts, repairs 14 more."""

_C1: Final = {0x81: 0x81, 0x8D: 0x8D, 0x8F: 0x8F, 0x90: 0x90, 0x9D: 0x9D}
_HIGH: Final = "".join(chr(_C1[byte]) if byte in _C1 else bytes([byte]).decode("cp1252") for byte in range(0x80, 0xC0))
"""What the bytes that go on in UTF-8 look like in Windows-1252; five are no character of it and stay controls."""
_NEXT_LINE: Final = 0x85
_SIGNS: Final = {
    chr(byte): char for byte, char in zip(range(0x80, 0xA0), _HIGH, strict=False) if byte not in {_NEXT_LINE, *_C1}
}
"""What Windows-1252 has where Unicode has controls; one of these is a line end."""
_CONTROL = re.compile(f"[{''.join(_SIGNS)}]")
_DAMAGE = re.compile(f"[\u00c2-\u00f4][{re.escape(_HIGH)}\u0080-\u009f]")
_TELLING: Final = "ÂÃâð"
"""First bytes of the characters of Western Europe, of typography and of emoji."""
_BYTES: Final = {
    **{ord(char): 0x80 + place for place, char in enumerate(_HIGH)},
    **{code: code for code in range(0x80, 0x100)},
}


def repaired(text: str) -> str:
    """The text as it was written, or unchanged where nothing is certain; doing it twice changes nothing more."""
    while not text.isascii():  # it may have been read wrongly several times over; each round makes it shorter
        damage = frozenset(_DAMAGE.findall(text))
        if not damage or (len(damage) < SEVERAL and not any(one[0] in _TELLING for one in damage)):
            break
        undone = _undone(text)
        if undone is None:
            break
        text = undone
    return text


def without_controls(text: str) -> str:
    """The text with the signs that were meant by C1 controls."""
    return _CONTROL.sub(lambda found: _SIGNS[found.group()], text)


def _undone(text: str) -> str | None:
    try:
        return bytes(_BYTES.get(code, code) for code in map(ord, text)).decode("utf-8")
    except ValueError:  # a character beyond the bytes, or no UTF-8
        return None
