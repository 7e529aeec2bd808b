"""Where the time of a page goes: the functions that the stages are made of, timed one inside the other.

A stage's time is its own: what a stage within it takes is counted there. To add one, name its function in `STAGES`, by
the module that calls it.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STAGES: Final = (
    ("decode", "newsclean.api", "read_bytes"),
    ("guard", "newsclean.html.document", "refuse_hostile"),
    ("parse", "newsclean.html.document", "LexborHTMLParser"),
    ("structured data", "newsclean.html.document", "read_structured"),
    ("blocks", "newsclean.pipeline", "read_html"),
    ("site rules", "newsclean.pipeline", "apply"),
    ("engine", "newsclean.pipeline", "judge"),
    ("language", "newsclean.pipeline", "page_language"),
    ("detectors", "newsclean.pipeline", "detect"),
    ("resolve", "newsclean.pipeline", "resolve"),
    ("resolve", "newsclean.pipeline", "labels"),
    ("fields", "newsclean.pipeline", "build_article"),
    ("answers", "newsclean.pipeline", "answer_instead"),
)
"""Stage, module that calls it, name of the function there."""
REST: Final = "the rest"


@contextmanager
def stopwatch() -> Iterator[Counter[str]]:
    """Milliseconds by stage, counted up meanwhile. Clear it between pages to have them page by page."""
    spent: Counter[str] = Counter()
    inside = [0.0]
    """Time of the stages within each one that is running; the first is the whole."""

    def timed(stage: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            inside.append(0.0)
            start = time.perf_counter()
            try:
                return real(*args, **named)
            finally:
                took = 1000 * (time.perf_counter() - start)
                spent[stage] += took - inside.pop()
                inside[-1] += took

        return call

    kept = []
    for stage, module, name in STAGES:
        owner = importlib.import_module(module)
        real = getattr(owner, name, None)
        if real is None:
            print(f"{module} has no {name} any more: the stage {stage!r} is not timed", file=sys.stderr)
            continue
        kept.append((owner, name, real))
        setattr(owner, name, timed(stage, real))
    try:
        yield spent
    finally:
        for owner, name, real in kept:
            setattr(owner, name, real)


def by_page(read: Callable[[], object], spent: Counter[str]) -> dict[str, float]:
    """Milliseconds by stage of one page, and what is left."""
    spent.clear()
    start = time.perf_counter()
    read()
    whole = 1000 * (time.perf_counter() - start)
    return {**spent, REST: whole - spent.total(), "in all": whole}
