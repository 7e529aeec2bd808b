"""Lines that name the site's channel on a device."""

from __future__ import annotations

import pytest

from newsclean.cues.prompts import channel_line


@pytest.mark.parametrize("line", ["Harbour TV News Roku", "Harbour TV Apple TV", "Harbour News Chromecast"])
def test_a_name_before_a_device_is_a_channel(line: str) -> None:
    assert channel_line(line, "en")


@pytest.mark.parametrize("line", ["Roku", "Harbour TV", "The board bought every ferry a Roku", "Roku is sold."])
def test_a_device_alone_and_a_sentence_are_none(line: str) -> None:
    assert not channel_line(line, "en")
