"""`newsclean rules schema`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_the_schema_is_printed_as_it_is_shipped(run: Run) -> None:
    result = run("rules", "schema")
    assert result.exit_code == 0
    schema = json.loads(result.stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "max_share" in schema["$defs"]["Drop"]["properties"]
