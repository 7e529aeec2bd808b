"""Which rules a page gets: the shipped ones, the user's on top, and no other file read."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsclean.errors import RuleError
from newsclean.options import Options
from newsclean.rules.index import shipped_files
from newsclean.rules.library import ENVIRONMENT, RuleLibrary, config_folder
from newsclean.rules.load import load_rules
from newsclean.rules.model import SiteRules

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsclean.page import Page

MINE = 'hosts = ["mine.example", "*.mine.example"]\n'


def build(*rules: str | os.PathLike[str] | SiteRules, environ: Mapping[str, str] | None = None) -> RuleLibrary:
    return RuleLibrary.from_options(Options(rules=rules), environ=environ or {})


def name(site: SiteRules | None) -> str | None:
    return site.id if site else None


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.presstv.ir/Detail/2024/01/01/1/x", "presstv.ir"),
        ("http://WWW.PressTV.COM/detail/1.html", "presstv.ir"),
        ("https://217.218.67.231/Detail/2015/07/27/1/x", "presstv.ir"),
        ("https://599046384.r.worldcdn.net/Detail/2018/01/01/1/x", "presstv.ir"),
        ("https://other.r.worldcdn.net/x", None),
        ("https://example.com/www.presstv.ir", None),
    ],
)
def test_the_host_of_the_address_decides(url: str, site: str | None, text_page: Callable[..., Page]) -> None:
    assert name(build().find(text_page("Story.", url=url))) == site


CANONICAL = '<link rel="canonical" href="https://www.presstv.ir/Detail/1">'
OG_URL = '<meta property="og:url" content="https://presstv.com/Detail/1">'


@pytest.mark.parametrize(
    ("head", "url", "site"),
    [
        (CANONICAL, None, "presstv.ir"),
        (OG_URL, None, "presstv.ir"),
        (CANONICAL, "file:///home/me/saved.html", "presstv.ir"),
        ('<link rel="canonical" href="/relative">' + OG_URL, None, "presstv.ir"),
        (CANONICAL, "https://example.com/copy", None),  # a copy has the layout of the site it is on
        ("", None, None),
    ],
)
def test_without_an_address_what_the_page_declares_decides(
    head: str, url: str | None, site: str | None, html_page: Callable[..., Page]
) -> None:
    assert name(build().find(html_page("<p>Story.</p>", head=head, url=url))) == site


def test_without_any_address_a_signature_at_either_end_decides(
    text_page: Callable[..., Page], html_page: Callable[..., Page]
) -> None:
    found = build()
    source = "Source: French Press TV"
    story = ["Story."] * 20
    assert name(found.find(text_page(*story, source, "x"))) == "presstv.ir"
    assert name(found.find(text_page(source, *story))) == "presstv.ir"
    assert name(found.find(html_page(f"<p>Story.</p><p>{source}</p>"))) == "presstv.ir"
    assert found.find(text_page(*story, source, *story)) is None
    assert found.find(text_page(*story, f"{source} and more")) is None
    assert found.find(text_page(*story, source, url="https://example.com/x")) is None


def test_without_rules_nothing_is_found(text_page: Callable[..., Page]) -> None:
    off = RuleLibrary.from_options(Options(rules=None), environ={ENVIRONMENT: "/nowhere"})
    assert off.find(text_page("x", url="https://presstv.ir/x")) is None
    assert off.names() == ()


def test_rules_are_given_as_file_folder_or_value(write: Callable[..., Path], text_page: Callable[..., Page]) -> None:
    path = write("mine.example", MINE)
    write("folder/other.example", "hosts = ['other.example']")
    write("folder/group/shared", "[[drop]]\nid = 'a'\ncss = '.a'")  # a layer, not a site
    value = SiteRules.from_toml("hosts = ['value.example']", id="value.example")
    found = build(path, str(path.parent / "folder"), value)
    shipped = {path.stem for path in shipped_files()}
    assert set(found.names()) == {*shipped, "mine.example", "other.example", "value.example"}
    assert name(found.find(text_page("x", url="https://news.mine.example/x"))) == "mine.example"
    assert found.get("value.example") == value


def test_environment_and_configuration_folder_are_read(write: Callable[..., Path], tmp_path: Path) -> None:
    write("config/newsclean/rules/config.example", "hosts = ['config.example']")
    one = write("one.example", "hosts = ['one.example']")
    write("folder/two.example", "hosts = ['two.example']")
    environ = {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        ENVIRONMENT: os.pathsep.join([str(one), "", str(tmp_path / "folder")]),
    }
    assert set(build(environ=environ).names()) >= {"config.example", "one.example", "two.example"}


def test_the_environment_of_the_process_is_the_default(
    write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv(ENVIRONMENT, str(write("mine.example", MINE)))
    assert "mine.example" in RuleLibrary.from_options(Options()).names()


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"XDG_CONFIG_HOME": "/conf", "HOME": "/home/me"}, "linux", "/conf/newsclean/rules"),
        ({"HOME": "/home/me"}, "darwin", "/home/me/.config/newsclean/rules"),
        ({"APPDATA": "/roaming", "HOME": "/home/me"}, "win32", "/roaming/newsclean/rules"),
        ({}, "linux", None),
        ({}, "win32", None),
    ],
)
def test_the_configuration_folder_is_that_of_the_system(
    environ: Mapping[str, str], platform: str, folder: str | None
) -> None:
    assert config_folder(environ, platform) == (Path(folder) if folder else None)


def test_later_rules_for_a_site_go_on_top_of_earlier_ones(write: Callable[..., Path]) -> None:
    first = write("env/mine.example", f"{MINE}[[drop]]\nid = 'a'\ncss = '.env'\n[[drop]]\nid = 'b'\ncss = '.env'")
    second = write("options/mine.example", "[[drop]]\nid = 'b'\ncss = '.options'\nwhere = 'after:a'")
    site = build(second, environ={ENVIRONMENT: str(first)}).get("mine.example")
    assert [(entry.id, entry.css) for entry in site.drop] == [("a", ".env"), ("b", ".options")]


def test_a_shipped_entry_is_replaced_by_a_user_s_of_the_same_id(write: Callable[..., Path]) -> None:
    path = write(
        "presstv.ir", "hosts = ['press.example']\n[[drop]]\nid = 'roku'\ntext = '^Roku$'\nwhere = 'after:mirrors'"
    )
    site = build(path).get("presstv.ir")
    assert {entry.id: entry.text for entry in site.drop}["roku"] == "^Roku$"
    assert {"share", "embed"} < {entry.id for entry in site.drop}
    assert {"presstv.ir", "press.example"} < set(site.hosts)


def test_a_host_belongs_to_the_rules_that_come_later(
    write: Callable[..., Path], text_page: Callable[..., Page]
) -> None:
    found = build(write("mine.example", "hosts = ['presstv.com']"))
    assert name(found.find(text_page("x", url="https://presstv.com/x"))) == "mine.example"
    assert name(found.find(text_page("x", url="https://presstv.ir/x"))) == "presstv.ir"


def test_a_path_that_leads_nowhere_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="there is no such file or folder"):
        build(tmp_path / "nowhere.toml")
    with pytest.raises(RuleError, match="there is no such file or folder"):
        build(environ={ENVIRONMENT: str(tmp_path / "nowhere")})
    with pytest.raises(RuleError, match="~nobody-of-that-name/rules: there is no such file"):
        build(environ={ENVIRONMENT: "~nobody-of-that-name/rules"})


def test_rules_that_no_page_could_have_are_an_error(write: Callable[..., Path]) -> None:
    with pytest.raises(RuleError, match=r"name the hosts, as hosts = \['mine.example'\]"):
        build(write("mine.example", "[[drop]]\nid = 'a'\ncss = '.a'"))


def test_a_mistake_shows_when_the_library_is_built(write: Callable[..., Path]) -> None:
    with pytest.raises(RuleError, match="unknown key"):
        build(write("mine.example", f"{MINE}csss = 1"))
    with pytest.raises(RuleError, match="there is no entry 'b'"):
        build(write("mine.example", f"{MINE}[[drop]]\nid = 'a'\ncss = '.a'\nwhere = 'after:b'"))
    with pytest.raises(RuleError, match="taken by"):
        build(write("presstv.ir", "[[keep]]\nid = 'roku'\ncss = '.a'"))  # the shipped entry of that id is a drop


def test_wrong_rules_made_in_code_are_an_error() -> None:
    with pytest.raises(RuleError, match="is not a host"):
        build(SiteRules(id="mine.example", hosts=("https://mine.example",)))
    with pytest.raises(RuleError, match="no such rule file"):
        build(SiteRules(id="mine.example", hosts=("mine.example",), extends="group/none"))


def test_a_name_without_rules_is_no_name() -> None:
    with pytest.raises(KeyError):
        build().get("example.com")


def test_a_shipped_file_is_read_once_and_only_for_its_own_pages(
    text_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(path: Path) -> SiteRules:
        read.append(path.stem)
        return load_rules(path)

    monkeypatch.setattr("newsclean.rules.library.load_rules", counted)
    found = build()
    found.find(text_page("x", url="https://example.com/x"))
    assert read == []
    page = text_page("x", url="https://presstv.ir/x")
    threads = [threading.Thread(target=found.find, args=(page,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == ["presstv.ir"]


def test_two_thousand_user_rules_do_not_touch_other_sites(
    text_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [SiteRules(id=f"s{i}.example", hosts=(f"s{i}.example", f"*.s{i}.example")) for i in range(2000)]
    found = build(*many)
    looked_up: list[str] = []
    monkeypatch.setattr(RuleLibrary, "get", lambda _self, site: looked_up.append(site))
    found.find(text_page("x", url="https://a.b.c.other.example/x"))
    assert looked_up == []
    found.find(text_page("x", url="https://a.b.s1999.example/x"))
    assert looked_up == ["s1999.example"]
