"""Bytes to text: byte-order mark, valid UTF-8, header, meta, detection; lying and missing labels."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.html.encoding import decode, python_name

CHINESE = "今天下午，港口管理局宣布，渡船将从下周一起恢复通航，居民们对此表示欢迎。"
JAPANESE = "港湾局はきょう午後、来週月曜日からフェリーの運航を再開すると発表した。住民は歓迎している。"
KOREAN = "항만청은 오늘 오후 다음 주 월요일부터 여객선 운항을 재개한다고 발표했다. 주민들은 환영했다."
RUSSIAN = "Управление порта сообщило сегодня днём, что паром снова начнёт ходить со следующего понедельника."
CZECH = "Přístavní úřad dnes odpoledne oznámil, že přívoz bude od příštího pondělí opět jezdit, řekl mluvčí."
GERMAN = "Die Hafenbehörde teilte am Nachmittag mit, dass die Fähre ab Montag wieder fährt – “endlich”, so Müller."
PAGES = [
    ("gbk", CHINESE),
    ("gb2312", CHINESE),
    ("gb18030", CHINESE),
    ("big5", "今天下午，港口管理局宣佈，渡船將從下週一起恢復通航，居民們對此表示歡迎。"),
    ("shift_jis", JAPANESE),
    ("euc-jp", JAPANESE),
    ("euc-kr", KOREAN),
    ("windows-1251", RUSSIAN),
    ("koi8-r", RUSSIAN),
    ("iso-8859-2", CZECH),
    ("windows-1250", CZECH),
    ("windows-1252", GERMAN),
]


def page(text: str, charset: str = "") -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{meta}<title>x</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(("charset", "text"), PAGES, ids=[name for name, _ in PAGES])
def test_the_header_names_the_charset(charset: str, text: str) -> None:
    decoded = decode(page(text).encode(charset), f"text/html; charset={charset.upper()}")
    assert text in decoded.text
    assert (decoded.source, decoded.replaced) == ("header", 0)


@pytest.mark.parametrize(("charset", "text"), PAGES, ids=[name for name, _ in PAGES])
def test_the_page_names_the_charset(charset: str, text: str) -> None:
    decoded = decode(page(text, charset).encode(charset), "text/html")
    assert text in decoded.text
    assert (decoded.source, decoded.replaced) == ("meta", 0)


@pytest.mark.parametrize(
    ("charset", "text"),
    [(name, text) for name, text in PAGES if name not in ("gb2312", "iso-8859-2", "windows-1250", "windows-1252")],
)
def test_without_a_label_it_is_detected(charset: str, text: str) -> None:
    decoded = decode(page(text * 5).encode(charset))
    assert text in decoded.text
    assert (decoded.source, decoded.replaced) == ("detected", 0)


@pytest.mark.parametrize(
    "label",
    ["iso-8859-1", "latin1", "ISO-8859-1", "us-ascii", "windows-1252", "iso8859-1", "latin-1", "ISO_8859-1", "l1"],
)
def test_latin_1_means_windows_1252_as_in_browsers(label: str) -> None:
    decoded = decode(page("“Fähre”").encode("cp1252"), f"text/html; charset={label}")
    assert "“Fähre”" in decoded.text
    assert decoded.encoding == "cp1252"


@pytest.mark.parametrize(
    "meta",
    [
        '<meta charset="windows-1251">',
        "<meta charset=windows-1251>",
        "<META CHARSET='windows-1251' />",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        '<meta content="text/html;charset=windows-1251" http-equiv=content-type>',
        '<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_every_form_of_declaration_is_read(meta: str) -> None:
    decoded = decode(f"{meta}<p>{RUSSIAN}</p>".encode("cp1251"))
    assert RUSSIAN in decoded.text
    assert decoded.source == "meta"


def test_the_byte_order_mark_outranks_everything() -> None:
    body = codecs.BOM_UTF8 + page(GERMAN, "windows-1251").encode()
    decoded = decode(body, "text/html; charset=koi8-r")
    assert (decoded.source, decoded.replaced) == ("bom", 0)
    assert GERMAN in decoded.text
    assert not decoded.text.startswith("\ufeff")


@pytest.mark.parametrize(("bom", "charset"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_utf_16_with_a_mark(bom: bytes, charset: str) -> None:
    decoded = decode(bom + page(RUSSIAN).encode(charset))
    assert RUSSIAN in decoded.text
    assert not decoded.text.startswith("\ufeff")
    assert decoded.source == "bom"


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read_by_its_header(charset: str) -> None:
    assert RUSSIAN in decode(page(RUSSIAN).encode(charset), f"text/html; charset={charset}").text


@pytest.mark.parametrize("label", ["windows-1251", "iso-8859-1", "shift_jis", "gbk", "nonsense", ""])
def test_valid_utf_8_outranks_every_label(label: str) -> None:
    decoded = decode(page(GERMAN, label).encode(), f"text/html; charset={label}")
    assert GERMAN in decoded.text
    assert (decoded.encoding, decoded.source, decoded.replaced) == ("utf-8", "utf-8", 0)


def test_the_header_outranks_the_page() -> None:
    decoded = decode(page(RUSSIAN, "koi8-r").encode("cp1251"), "text/html; charset=windows-1251")
    assert RUSSIAN in decoded.text
    assert decoded.source == "header"


def test_a_label_that_cannot_be_gives_way_to_the_next() -> None:
    decoded = decode(page(CHINESE, "gbk").encode("gbk"), "text/html; charset=utf-8")
    assert CHINESE in decoded.text
    assert decoded.source == "meta"


def test_a_page_that_wrongly_calls_itself_utf_8_is_detected() -> None:
    decoded = decode(page(CHINESE * 5, "utf-8").encode("gbk"), "text/html; charset=utf-8")
    assert CHINESE in decoded.text
    assert decoded.source == "detected"


@pytest.mark.parametrize(
    "label",
    ["no-such-charset", "rot13", "base64", "hex", "idna", "punycode", "zlib", "unicode_escape", "undefined", "mbcs"],
)
def test_labels_that_are_no_charset_of_the_web_do_no_harm(label: str) -> None:
    body = page(RUSSIAN * 5, label).encode("cp1251")
    decoded = decode(body, f"text/html; charset={label}")
    assert RUSSIAN in decoded.text


@pytest.mark.parametrize("cut", [1, 2])
def test_text_that_is_cut_inside_a_character_is_still_utf_8(cut: int) -> None:
    body = page(CHINESE).removesuffix("</p></body></html>").encode()[:-cut]
    decoded = decode(body, "text/html; charset=windows-1252")
    assert decoded.encoding == "utf-8"
    assert CHINESE[:-1] in decoded.text
    assert decoded.replaced == 1


@pytest.mark.parametrize("text", [CHINESE, RUSSIAN, GERMAN, "Iceland’s ferry is “late”, she said. "])
@pytest.mark.parametrize("broken", [b"\xff", b"\x92", b"\xe9", b"\xa0"])
@pytest.mark.parametrize("label", ["utf-8", ""])
def test_one_broken_byte_does_not_turn_utf_8_into_something_else(text: str, broken: bytes, label: str) -> None:
    body = page(text * 20, label).encode().replace(b"</p>", b" " + broken + b" </p>")
    decoded = decode(body, f"text/html; charset={label}" if label else None)
    assert text in decoded.text
    assert decoded.replaced == 1


def test_a_text_with_genuine_replacement_characters_has_none_replaced() -> None:
    decoded = decode("one \ufffd two".encode())
    assert (decoded.text, decoded.replaced) == ("one \ufffd two", 0)


def test_plain_ascii_is_utf_8() -> None:
    assert decode(b"plain")[:4] == ("plain", "utf-8", "utf-8", 0)


def test_the_bytes_are_kept_where_they_are_the_text() -> None:
    body = "Grüße".encode()
    assert decode(body).utf8 is body
    for other in ("Grüße".encode("cp1252"), codecs.BOM_UTF8 + body, body[:-2], body + b"\x00"):
        assert decode(other).utf8 is None


def test_a_declaration_far_down_is_not_looked_for() -> None:
    body = (" " * 20_000 + '<meta charset="koi8-r">' + RUSSIAN * 5).encode("cp1251")
    assert RUSSIAN in decode(body).text


def test_a_long_line_of_almost_meta_is_read_in_time() -> None:
    decode(b"\xff" + b"<meta " * 100_000)
    decode(b"\xff" + b"<?xml " * 100_000, "charset=" * 100_000)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("UTF-8", "utf-8"),
        (" utf8 ", "utf-8"),
        ("GB2312", "gb18030"),
        ("shift_jis", "cp932"),
        ("sjis", "cp932"),
        ("windows-31j", "cp932"),
        ("euc-kr", "cp949"),
        ("windows-949", "cp949"),
        ("iso-8859-9", "cp1254"),
        ("tis-620", "cp874"),
        ("windows-874", "cp874"),
        ("x-gbk", "gb18030"),
        ("no-such", None),
        ("", None),
    ],
)
def test_labels_are_read_as_browsers_read_them(label: str, name: str | None) -> None:
    assert python_name(label) == name


@given(st.binary(), st.none() | st.text(max_size=40))
def test_any_bytes_give_text(body: bytes, content_type: str | None) -> None:
    decoded = decode(body, content_type)
    assert isinstance(decoded.text, str)
    assert decoded.replaced >= 0


@given(st.text())
def test_utf_8_is_read_back(text: str) -> None:
    encoded = text.encode("utf-8", "ignore")
    if not encoded.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\x00" not in encoded:
        assert decode(encoded).text == encoded.decode()
