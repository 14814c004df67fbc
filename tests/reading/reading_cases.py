"""The format of `tests/cases/reading/*.txt`, and the smallest project that a case can stand in.

A case is a title, the text of one file, and what is expected of it:

    === the same key twice
    name: Acme
    ‸name: Acme Ltd
    --- SAM016

`‸` marks the exact spot of a problem. It is taken out before reading, and line and column are counted from it, so
the expectation owes nothing to the reader. Several marks stand for several problems, their codes in the order of
the marks; two marks side by side are two problems in one spot. `--- ok` ends a text that must be accepted.

After the title, ` @ ` may name the file the text stands in (`accounts/case.yml` if nothing is said) and the word
`escaped`. In an escaped text `\\xNN` is that raw byte, `\\uNNNN` and `\\UNNNNNNNN` are that character in UTF-8, `\\r`,
`\\n` and `\\t` are what they are in Python, and `\\\\` is a backslash. Everything else stands for itself. A line
break ends each line of the text, the last included; `\\c` at the very end takes it away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sam_gen.model.problem import Problem, ReadingProblems
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

MARK = "‸"
CASES = Path(__file__).parent.parent / "cases" / "reading"

SURROUNDING = {
    "playbook/playbook.yml": (
        "schema: 1\ncompany: Kestrel\nas_of: 2026-11-20\ntiers:\n  - {id: key, name: Key, contact_lasts: 180}\n"
    ),
    "playbook/team.yml": (
        "team:\n"
        "  - {id: mira-holm, name: Mira Holm, role: Account manager}\n"
        "  - {id: jon-aas, name: Jon Aas, role: Account manager}\n"
    ),
    "accounts/case.yml": "name: Acme\n",
}

_END = re.compile(r"--- (?:ok|SAM\d{3}(?: SAM\d{3})*)$")
_ESCAPE = re.compile(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[rntc\\])")
_SHORT = {"r": b"\r", "n": b"\n", "t": b"\t", "\\": b"\\"}


@dataclass(frozen=True)
class Case:
    """One text and the problems it must have."""

    category: str
    title: str
    file: str
    data: bytes
    expected: tuple[tuple[int, int, str], ...]


def all_cases() -> list[Case]:
    """Return the cases of every file, in order."""
    return [case for path in sorted(CASES.glob("*.txt")) for case in cases_in(path)]


def cases_in(path: Path) -> list[Case]:
    """Return the cases of one file; a line outside a case is a comment."""
    found: list[Case] = []
    header, body = "", []
    for line in path.read_bytes().decode("utf-8").split("\n"):
        if line.startswith("=== "):
            assert not header, f"{path.name}: {header!r} has no end"
            header, body = line.removeprefix("=== "), []
        elif header and _END.match(line):
            found.append(_case(path.stem, header, "".join(f"{one}\n" for one in body), line.split()[1:]))
            header = ""
        elif header:
            body.append(line)
    assert not header, f"{path.name}: {header!r} has no end"
    return found


def _case(category: str, header: str, text: str, codes: list[str]) -> Case:
    title, _, options = header.partition(" @ ")
    escaped = "escaped" in options.split()
    file = next((word for word in options.split() if word != "escaped"), "accounts/case.yml")
    pieces = text.split(MARK)
    marks = [_spot(_bytes("".join(pieces[:count]), escaped)) for count in range(1, len(pieces))]
    codes = [] if codes == ["ok"] else codes
    assert len(marks) == len(codes), f"{category}: {title}: {len(marks)} marks, {len(codes)} codes"
    expected = tuple(sorted((*mark, code) for mark, code in zip(marks, codes, strict=True)))
    return Case(category, title, file, _bytes("".join(pieces), escaped), expected)


def _bytes(text: str, escaped: bool) -> bytes:
    if not escaped:
        return text.encode()
    text = text.removesuffix("\\c\n")
    out, at = b"", 0
    for match in _ESCAPE.finditer(text):
        out += text[at : match.start()].encode() + _unescape(match[1])
        at = match.end()
    return out + text[at:].encode()


def _unescape(code: str) -> bytes:
    if code[0] == "x":
        return bytes.fromhex(code[1:])
    return _SHORT.get(code) or chr(int(code[1:], 16)).encode("utf-8", "surrogatepass")


def _spot(before: bytes) -> tuple[int, int]:
    """Count line and column of what follows, from 1; a byte order mark is not a character of the text."""
    text = before.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1


def lay(root: Path, files: dict[str, bytes | str] | None = None) -> Folders:
    """Lay down the smallest valid project, with some files added or replaced."""
    for name, content in {**SURROUNDING, **(files or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Folders(root)


def problems_of(folders: Folders) -> list[Problem]:
    """Return what the reader says; any other exception is a defect and passes through."""
    try:
        read_project(folders)
    except ReadingProblems as error:
        return error.problems
    return []


def spots(problems: list[Problem]) -> list[str]:
    """Show where problems are and which, one `file:line:column code` each."""
    return [f"{problem.place} {problem.code}" for problem in problems]


def assert_well_said(problems: list[Problem]) -> None:
    """Every problem says what is wrong and what to do, in words that may go to a terminal."""
    for problem in problems:
        assert re.fullmatch(r"SAM0\d\d", problem.code)
        assert problem.message.strip(), problem
        assert problem.remedy.strip(), problem
        assert problem.remedy.endswith((".", "?", "…")), problem
        for text in (problem.message, problem.remedy):
            assert text.isprintable(), problem
            assert "Traceback" not in text, problem
        assert all(line.isprintable() for line in str(problem).split("\n"))
