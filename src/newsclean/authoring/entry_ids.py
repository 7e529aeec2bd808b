"""Names for the entries of a rule file, from what they match."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 40
"""Characters of an id: it stands in every removal's `by`, and is typed after `--disable`."""
_LAST: Final = re.compile(r"[A-Za-z][\w-]*")
_BAD: Final = re.compile(r"[^a-z0-9]+")


class Ids:
    """Gives each entry of a file a name of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = {"body", "learned"}

    def of(self, what: str) -> str:
        """A name for a selector (its last word), a kind or another word; a number tells equal ones apart."""
        words = _LAST.findall(what)
        base = _BAD.sub("-", (words[-1] if words else what).lower()).strip("-")[:LONGEST].strip("-") or "entry"
        name, number = base, 1
        while name in self._taken:
            number += 1
            name = f"{base}-{number}"
        self._taken.add(name)
        return name
