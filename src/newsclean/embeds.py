"""Players and posts of other sites that stand in a story: which addresses are theirs, and what they are."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias
from urllib.parse import urlsplit

EmbedKind: TypeAlias = Literal["video", "post"]

MAX_CHARS: Final = 2_000
"""A longer address is taken for none."""

_PLAYERS: Final = (
    r"(?:www\.)?youtube(?:-nocookie)?\.com/embed/(?!\?|$)|player\.vimeo\.com/video/\d|"
    r"(?:www\.|geo\.)?dailymotion\.com/(?:embed/|player)|(?:www\.|web\.)?facebook\.com/(?:v\d[\d.]*/)?plugins/video\.php|"
    r"(?:www\.)?tiktok\.com/(?:embed|player)/|rumble\.com/embed/|odysee\.com/\$/embed/|player\.twitch\.tv/|"
    r"clips\.twitch\.tv/embed|embed\.ted\.com/talks/|streamable\.com/[eos]/|rutube\.ru/play/embed/|vk\.com/video_ext\.php|"
    r"player\.bilibili\.com/|players\.brightcove\.net/|(?:cdn|content)\.jwplat(?:form|ayer)\.com/(?:players|previews)/|"
    r"(?:cdn|content)\.jwplayer\.com/(?:players|previews)/|(?:www\.)?aparat\.com/video/video/embed/|"
    r"player\.ooyala\.com/|fast\.wistia\.(?:net|com)/embed/"
)
_POSTS: Final = (
    r"(?:www\.)?instagram\.com/(?:p|reel|tv)/[^/]+/embed|platform\.twitter\.com/embed/Tweet|embed\.bsky\.app/embed/|"
    r"(?:www\.|web\.)?facebook\.com/(?:v\d[\d.]*/)?plugins/post\.php|(?:www\.)?threads\.(?:net|com)/@[^/]+/post/[^/]+/embed|"
    r"(?:www\.)?redditmedia\.com/r/|embed\.reddit\.com/r/|t\.me/[\w/]+\?embed=|[\w.-]+/@[\w.]+/\d+/embed\b|"
    r"assets\.pinterest\.com/ext/embed"
)
_EMBED: Final = re.compile(rf"https?://(?:(?P<video>{_PLAYERS})|{_POSTS})", re.IGNORECASE)
"""The addresses that the sites themselves give out for embedding. That of Mastodon has no host: every server has it."""


def embed_kind(address: str | None) -> EmbedKind | None:
    """What an absolute address shows: a player, a post, or, for all other addresses, nothing of the kind."""
    found = _EMBED.match(address) if address and len(address) <= MAX_CHARS else None
    if found is None:
        return None
    return "video" if found["video"] else "post"


def site_of(address: str) -> str:
    """The host of an embed's address, without "www." and "player.": what it is called where it has no title."""
    return re.sub(r"^(?:www|web|geo|player|players|embed|cdn|content)\.", "", urlsplit(address).hostname or "")
