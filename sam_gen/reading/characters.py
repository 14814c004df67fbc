"""The bytes of one file become checked text: regular file, right size, UTF-8, nothing invisible.

Invisible and bidirectional control characters make two different names look equal, or one look like another,
so they are refused wherever they stand. The zero-width joiners are letters between two letters of a script
that uses them, and nothing else.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from sam_gen.model.place import Place
from sam_gen.model.problem import Problem, listed, quoted

LARGEST = 1_000_000
"""Bytes in one file."""

HIDDEN = "\ufdd0"
"""Stands for each refused character while reading goes on, so that places stay true; the tree is built without it."""

_JOINERS = "\u200c\u200d"
_FIRST_JOINED = "\u0590"
"""Latin, Greek and Cyrillic letters stand before this sign; no joiner has a meaning between them."""

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\ufdd0-\ufdef"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    "|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0004fffe\U0004ffff\U0005fffe\U0005ffff"
    "\U0006fffe\U0006ffff\U0007fffe\U0007ffff\U0008fffe\U0008ffff\U0009fffe\U0009ffff\U000afffe\U000affff"
    "\U000bfffe\U000bffff\U000cfffe\U000cffff\U000dfffe\U000dffff\U000efffe\U000effff\U000ffffe\U000fffff"
    "\U0010fffe\U0010ffff]"
)
_CONFLICT = re.compile(r"(<{7}|>{7}|\|{7})( |$)|={7}$")


def read_text(path: Path, name: str) -> tuple[str, list[Problem]]:
    """Return the text of a file with `\\n` line ends, and its problems; the text is empty if it cannot be had."""
    start = Place(name, 1, 1)
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return "", [Problem(start, "SAM001", _not_regular(status.st_mode), "Put a plain file in its place.")]
        if status.st_size > LARGEST:
            message = f"the file has {status.st_size:,} bytes, at most {LARGEST:,} are read"
            return "", [Problem(start, "SAM003", message, "Split the account into a folder of several files.")]
        data = path.read_bytes()
    except OSError as error:
        return "", [
            Problem(
                start,
                "SAM001",
                f"cannot be opened: {error.strerror or 'unknown reason'}",
                "Check that it may be read.",
            )
        ]
    return decode(data, name)


def _not_regular(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "is a symbolic link, which may lead out of the project"
    return "is not a plain file"


def decode(data: bytes, name: str) -> tuple[str, list[Problem]]:
    """Decode UTF-8 (one byte order mark is skipped) and refuse characters that nobody can see."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.count(0) * 3 > len(data):
        problem = Problem(Place(name, 1, 1), "SAM004", "the file is UTF-16, not UTF-8", "Save it as UTF-8.")
        return "", [problem]
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"byte {data[error.start]:#04x} is not UTF-8"
        return "", [Problem(_place_after(before, name), "SAM004", message, "Save the file as UTF-8.")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = sorted([*listed(_invisible(text, name)), *listed(_lines_out_of_order(text, name))])
    return (_without_invisible(text) if problems else text), problems


def _without_invisible(text: str) -> str:
    """Replace each refused character by HIDDEN, or by a space where nothing but spaces is expected."""
    marked = _INVISIBLE.sub(lambda match: match[0] if joins_letters(text, match.start()) else HIDDEN, text)
    return _NEEDLESS.sub(lambda match: " " * len(match[0]), marked)


_NEEDLESS = re.compile(rf"^[ {HIDDEN}]+$|(?<=[\"'\]}}]){HIDDEN}+(?=\s|$)", re.MULTILINE)


def _place_after(before: str, name: str) -> Place:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(name, len(lines), len(lines[-1]) + 1)


def _invisible(text: str, name: str) -> Iterator[Problem]:
    if not _INVISIBLE.search(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for match in _INVISIBLE.finditer(line):
            if not joins_letters(line, match.start()):
                yield Problem(Place(name, number, match.start() + 1), "SAM005", *describe(match.group()))


def first_invisible(text: str) -> str | None:
    """Return the first refused character of a text, or None."""
    found = (m.group() for m in _INVISIBLE.finditer(text) if not joins_letters(text, m.start()))
    return next(found, None)


def joins_letters(text: str, at: int) -> bool:
    """Tell whether the character is a joiner that stands between two letters or emoji, where it has a meaning."""
    if text[at] not in _JOINERS or not 0 < at < len(text) - 1:
        return False
    return _can_be_joined(text[at - 1]) and _can_be_joined(text[at + 1])


def _can_be_joined(character: str) -> bool:
    category = unicodedata.category(character)
    return character >= _FIRST_JOINED and (category[0] in "LM" or category in ("So", "Sk"))


def describe(character: str) -> tuple[str, str]:
    """Return message and remedy for a refused character."""
    name = unicodedata.name(character, "a control character")
    return (
        f"invisible character U+{ord(character):04X} ({name.lower()})",
        "Delete it; retype the word if in doubt.",
    )


def _lines_out_of_order(text: str, name: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line:
            continue
        if _CONFLICT.match(line):
            remedy = "Decide between the two versions and delete the marks."
            yield Problem(Place(name, number, 1), "SAM006", f"merge conflict mark {quoted(line[:7])}", remedy)
        indent = re.match(r"[^\S\n]*", line)
        odd = indent and re.search(r"[^ ]", indent.group())
        if odd and not _INVISIBLE.match(odd.group()):
            what = "a tab" if odd.group() == "\t" else f"U+{ord(odd.group()):04X}, which only looks like a space,"
            place = Place(name, number, odd.start() + 1)
            yield Problem(place, "SAM011", f"{what} in the indentation", "Indent with spaces.")
