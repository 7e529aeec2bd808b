"""Reads rule files strictly: what is not understood is an error that says where, and what was perhaps meant."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, get_args

import msgspec

from newsclean.errors import RuleError
from newsclean.model import RemovalKind
from newsclean.rules.keys import did_you_mean, unknown_key
from newsclean.rules.merge import extend
from newsclean.rules.model import SiteRules
from newsclean.rules.validate import validate, validate_references

if TYPE_CHECKING:
    import os

SITES: Final = Path(__file__).with_name("sites")
"""Folder of the shipped rules."""
SUFFIX: Final = ".toml"

_CHOICES: Final = {"kind": get_args(RemovalKind), "body": ("one", "many")}
_QUOTED: Final = re.compile(r"'(.*)'")
_AT: Final = re.compile(r"^(?P<what>.*?)(?: - at `\$\.?(?P<path>.*)`)?$", re.DOTALL)


def load_rules(path: str | os.PathLike[str]) -> SiteRules:
    """The rules of one file, checked, with what it extends.

    Raises:
        RuleError: the file cannot be read, or is wrong.
    """
    rules = load_layer(path)
    validate_references(rules, file=str(path))
    return rules


def load_layer(path: str | os.PathLike[str]) -> SiteRules:
    """As `load_rules`, but what an entry refers to may be in earlier rules for the same site.

    Raises:
        RuleError: the file cannot be read, or is wrong.
    """
    return _load(Path(path), ())


def read_rules(text: str, *, site: str) -> SiteRules:
    """The rules of a text in the format of a rule file, checked; it may extend shipped rules only.

    Args:
        text: TOML.
        site: the name that the file would have, without `.toml`.

    Raises:
        RuleError: the text is wrong.
    """
    rules = complete(_decode(text, site, file=site), file=site)
    validate_references(rules, file=site)
    return rules


def complete(rules: SiteRules, *, file: str) -> SiteRules:
    """Rules that come from no file, with the shipped rules that they extend.

    Raises:
        RuleError: what they extend does not exist, or is wrong.
    """
    return _extended(rules, file=file, folders=(SITES,), seen=(SITES / f"{rules.id}{SUFFIX}",))


def _load(path: Path, seen: tuple[Path, ...]) -> SiteRules:
    file = str(path)
    if path.suffix != SUFFIX:
        raise RuleError(file, "", f"a rule file ends in {SUFFIX}")
    rules = _decode(_read(path), path.stem, file=file)
    return _extended(rules, file=file, folders=(path.parent, path.parent.parent, SITES), seen=(*seen, path.resolve()))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise RuleError(str(path), "", "there is no such file") from None
    except UnicodeDecodeError as error:
        raise RuleError(str(path), "", f"not UTF-8 (byte {error.start}): save it as UTF-8") from None
    except OSError as error:
        raise RuleError(str(path), "", f"cannot be read: {error.strerror or error}") from None


def _decode(text: str, site: str, *, file: str) -> SiteRules:
    """One file alone: syntax, keys, types, then what no type can say."""
    try:
        data = tomllib.loads(text)
    except ValueError as error:  # of tomllib, or of a number too long to read
        raise RuleError(file, "", f"not TOML: {error}") from None
    except RecursionError:
        raise RuleError(file, "", "not a rule file: nested too deeply") from None
    unknown = unknown_key(data)
    if unknown:
        raise RuleError(file, unknown.path, unknown.message)
    rules = _convert(data, site, file=file)
    validate(rules, file=file)
    return rules


def _convert(data: dict[str, Any], site: str, *, file: str) -> SiteRules:
    try:
        return msgspec.convert({**data, "id": site}, SiteRules)
    except msgspec.ValidationError as error:
        _wrong_type(file, str(error))


def _wrong_type(file: str, message: str) -> NoReturn:
    match = _AT.match(message)
    path, what = (match["path"] or "", match["what"]) if match else ("", message)
    raise RuleError(file, path, what[:1].lower() + what[1:] + _choices(path, what)) from None


def _choices(path: str, what: str) -> str:
    """Behind the message that a value is none of those that a key may have: which one was perhaps meant."""
    known, value = _CHOICES.get(path.rpartition(".")[2], ()), _QUOTED.search(what)
    return f": {did_you_mean(value[1], known)}" if known and value and "enum" in what else ""


def _extended(rules: SiteRules, *, file: str, folders: tuple[Path, ...], seen: tuple[Path, ...]) -> SiteRules:
    """The rules on top of those that they extend."""
    if rules.extends is None:
        return rules
    candidates = [folder / f"{rules.extends}{SUFFIX}" for folder in folders]
    base = next((path for path in candidates if path.is_file() and path.resolve() not in seen), None)
    if base is None:
        again = any(path.is_file() for path in candidates)
        what = "extends itself, perhaps through others" if again else "there is no such rule file"
        raise RuleError(file, "extends", f"{rules.extends!r}: {what}")
    merged = extend(_load(base, seen), rules)
    validate(merged, file=file)  # ids of a layout and of the shared layer may clash only now
    return merged
