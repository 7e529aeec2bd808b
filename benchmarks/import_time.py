"""What `import newsclean` costs above a bare interpreter, in milliseconds of processor time.

    python benchmarks/import_time.py

The minimum of many runs, since everything else on a machine can only add to it. Ends with 1 above the budget.
"""

from __future__ import annotations

import subprocess
import sys
from typing import Final

BUDGET_MS: Final = 15.0
"""A tenth of what the peers cost, and little beside the 10 to 20 ms of the interpreter itself."""
RUNS: Final = 25
CASES: Final = ("", "import newsclean", "from newsclean import Article", "from newsclean import parse")
"""The bare interpreter, what has the budget, and for comparison what the first use adds."""


def cpu_ms(statement: str) -> float:
    """Processor time of an interpreter, from its start to the end of a statement."""
    code = f"{statement}\nimport time; print(time.process_time())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return 1000 * float(done.stdout)


def main() -> int:
    """Prints the figures; returns the exit code."""
    minima = dict.fromkeys(CASES, float("inf"))
    for _ in range(RUNS):
        for case in CASES:  # in turn, so that a busy minute hits all of them
            minima[case] = min(minima[case], cpu_ms(case))
    bare = minima.pop("")
    print(f"bare interpreter: {bare:.1f} ms (minimum of {RUNS} runs, Python {sys.version.split()[0]})")
    for case, total in minima.items():
        print(f"{case}: {total - bare:+.1f} ms")
    cost = minima["import newsclean"] - bare
    if cost > BUDGET_MS:
        print(f"over the budget of {BUDGET_MS:.0f} ms")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
