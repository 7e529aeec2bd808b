"""Detectors: one behaviour a file, all given the same reading of a page, each blind to the others.

A new detector is one new file with a function under `@detector("<name>")`; its docstring is its page in the docs.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from newsclean.detectors.base import Detector

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.page import Reading
    from newsclean.verdict import Verdict


@cache
def detectors() -> Mapping[str, Detector]:
    """All detectors by name, found by a walk over this package."""
    found: dict[str, Detector] = {}
    for module in pkgutil.iter_modules(__path__):
        for value in vars(import_module(f"{__name__}.{module.name}")).values():
            if isinstance(value, Detector):
                found[value.name] = value
    return dict(sorted(found.items()))


def detect(reading: Reading, *, disabled: frozenset[str] = frozenset()) -> tuple[Verdict, ...]:
    """What all detectors that are switched on say of a page."""
    return tuple(
        verdict
        for name, each in detectors().items()
        if name not in disabled and f"detector:{name}" not in disabled
        for verdict in each.find(reading)
    )
