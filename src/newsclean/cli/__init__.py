"""The `newsclean` command: one file for each command, words in, one call of the library, words out."""

from __future__ import annotations

import io
import sys


def main() -> None:
    """Run the command on this process's arguments; exits with its code."""
    from newsclean.cli.clean import clean

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # JSON is UTF-8 whatever the locale
    clean(prog_name="newsclean")
