"""What libyaml says of broken syntax, in words for somebody who edits an account."""

from __future__ import annotations

import re
from typing import Any

import yaml

from sam_gen.model.place import Place
from sam_gen.model.problem import Problem, quoted

_QUOTE = "Put the whole value in double quotes."
_NO_VALUE = ("a value may not begin with this sign", _QUOTE)

_SAYINGS = {
    "cannot start any token": _NO_VALUE,
    "alphabetic or numeric": _NO_VALUE,
    "mapping keys are not allowed": _NO_VALUE,
    "did not find the expected '>'": _NO_VALUE,
    "block sequence entries": (
        "an entry “- ” begins in the middle of a line",
        "Put it on the next line, indented. If it is text, put the whole value in double quotes.",
    ),
    "unexpected end of stream": (
        "a quote is opened here and never closed",
        "Close the quote on the same line.",
    ),
    "unexpected document indicator": (
        "a quote is opened here and never closed",
        "Close the quote on the same line.",
    ),
    "did not find expected ',' or ']'": ("a [ is opened and its list not closed", "Close it with ]."),
    "did not find expected ',' or '}'": ("a { is opened and its record not closed", "Close it with }."),
    "did not find expected '-' indicator": (
        "a list ends and something else begins at the same indentation",
        "Give every entry a “- ”, or indent this line like the field it belongs to.",
    ),
    "could not find expected ':'": ("a field name without a colon", "Write it as “field: value”."),
    "unexpected ':'": ("a colon where none may stand", _QUOTE),
    "indentation indicator": ("a number after | or > that means nothing", "Delete the number."),
    "did not find expected node content": (
        "a value is missing or begins with the wrong sign",
        f"{_QUOTE} Delete a comma or bracket too many.",
    ),
    "unknown escape character": (
        "\\ inside double quotes begins a code that does not exist",
        "Double the backslash, or use single quotes.",
    ),
    "invalid Unicode character escape": (
        "an escape that stands for no character",
        "Type the character itself.",
    ),
    "did not find expected hexdecimal number": (
        "an escape that stands for no character",
        "Type the character itself.",
    ),
    "expected comment or line break": (
        "text on the line of | or >",
        "Begin the text on the next line, indented.",
    ),
    "<document start>": (
        "something follows after the end of all fields",
        "Write every field on a line of its own, without braces around them all.",
    ),
}

_LEAD = re.compile(r"(?:- +| )*")
_DASH = re.compile(r" *(?P<dash>-)[^ -]")
_COLON = re.compile(r" *(?:- +)*['\"]?[^\W\d][\w-]{0,39}['\"]? ?(?:(?P<wide>[：﹕︓])|:(?P<next>[^ \t/]))")


def colon_trouble(line: str) -> tuple[int, str, str] | None:
    """Return column, message and remedy for a line whose first word has a colon that YAML does not see."""
    found = _COLON.match(line)
    if not found:
        return None
    if found["wide"]:
        return (
            found.start("wide"),
            f"{quoted(found['wide'])} only looks like a colon",
            "Type “: ” in its place.",
        )
    if found["next"].isspace():
        message = f"U+{ord(found['next']):04X}, which only looks like a space, after the colon"
        return found.start("next"), message, "Type a plain space in its place."
    return found.start("next"), "no space after the colon", "Write “field: value”, with a space between."


def _dash_trouble(line: str) -> tuple[int, str, str] | None:
    """Return column, message and remedy for an entry whose dash YAML takes for a part of its text."""
    found = _DASH.match(line)
    if not found:
        return None
    return found.start("dash"), "no space after the dash", "Write “- ”, with a space, before an entry."


def directive(lines: list[str], name: str) -> Problem | None:
    """Return the problem of the first line that begins with %, which no field can.

    It is looked for before libyaml reads, whose time grows with the square of the number of directives.
    """
    for number, line in enumerate(lines, 1):
        if line.startswith("%"):
            message = "directives with % are not used here"
            return Problem(Place(name, number, 1), "SAM013", message, "Delete the line.")
    return None


def explain(error: yaml.MarkedYAMLError, lines: list[str], name: str) -> Problem:
    """Turn a syntax error of libyaml into a problem at the place where the writer should look."""
    said, context = error.problem or "broken syntax", error.context or ""
    mark = error.problem_mark or error.context_mark
    at = _position(mark, lines)
    begin = _position(error.context_mark, lines) if error.context_mark else at
    if mark and "did not find expected ','" in said and (mark.line, mark.column) != at:
        at = begin
    line, column, message, remedy = _located(said, context, at, begin, lines)
    return Problem(Place(name, line + 1, column + 1), "SAM010", message, remedy)


_Position = tuple[int, int]
_Located = tuple[int, int, str, str]


def _located(said: str, context: str, at: _Position, begin: _Position, lines: list[str]) -> _Located:
    """Choose between the place where libyaml gave up and the one where the trouble began."""
    if "could not find expected ':'" in said:
        at = begin
    if any(part in said for part in ("mapping values", "':'", "<document start>")):
        trouble = _colon_trouble_near(at[0], lines)
        if trouble:
            return trouble
    if "mapping values are not allowed" in said:
        above = _without_colon_above(at, lines)
        if above:
            return *above, *_SAYINGS["could not find expected ':'"]
        return *_colon_or_indent(at, lines), *_colon_saying(at, lines)
    if "did not find expected key" in said:
        return *at, *_key_saying(at, lines)
    if "did not find expected ','" in said:
        return _in_brackets(said, at, begin, lines)
    if "stream" in said or "indicator" in said.removesuffix("'-' indicator") or "alphabetic" in said:
        at = begin
    return *at, *_say(said, _sign(at, lines), context)


def _colon_trouble_near(line: int, lines: list[str]) -> _Located | None:
    """Look for a colon that is none in this line or the last one above that says something."""
    above = max((i for i in range(max(0, line - 20), line) if lines[i].strip()), default=line)
    for number in (above, line):
        trouble = colon_trouble(lines[number]) or _dash_trouble(lines[number])
        if trouble:
            return number, *trouble
    return None


def _without_colon_above(at: _Position, lines: list[str]) -> _Position | None:
    """Return where the line above begins if it should be a field, like this one, and has no colon."""
    line, above = lines[at[0]], lines[at[0] - 1] if at[0] else ""
    lead = _LEAD.match(above)
    indent = len(line) - len(line.lstrip())
    if lead and lead.end() == indent and _opens_line(at, lines) and above.strip() and ":" not in above:
        return at[0] - 1, indent
    return None


def _below_closed_list(at: _Position, lines: list[str]) -> bool:
    """Tell whether an entry stands below a field whose value is [], an empty list."""
    above = next((one for one in reversed(lines[max(0, at[0] - 20) : at[0]]) if re.match(r" *[^ #]", one)), "")
    entry = lines[at[0]][at[1] :].startswith("- ")
    return entry and re.search(r":[ ]+\[ *\] *(?:#.*)?$", above) is not None


def _opens_line(at: _Position, lines: list[str]) -> bool:
    """Tell whether a colon ends the first word of its line."""
    return not re.search(r":(?: |$)|[\"'{\[]", lines[at[0]][: at[1]])


def _colon_or_indent(at: _Position, lines: list[str]) -> _Position:
    if at[0] and _opens_line(at, lines):
        return at[0], len(lines[at[0]]) - len(lines[at[0]].lstrip())
    return at


def _colon_saying(at: _Position, lines: list[str]) -> tuple[str, str]:
    if at[0] and _opens_line(at, lines):
        message = "this line is indented further than the field above allows"
        return (
            message,
            "Indent it like its neighbours. If it belongs to the text above, put that text in quotes.",
        )
    return "a colon followed by a space inside a value", _QUOTE


def _key_saying(at: _Position, lines: list[str]) -> tuple[str, str]:
    if _below_closed_list(at, lines):
        return "an entry below a list that is already closed", "Take away the [] above, which closes the list."
    before = lines[at[0]][: at[1]].rstrip()
    if before.strip(" -"):
        remedy = f"{_QUOTE} Inside single quotes an apostrophe is written twice."
        return f"something follows after {quoted(before[-1])}, where the value ends", remedy
    if _sign(at, lines) == ":":
        return "a colon without a field name", "Write it as “field: value”."
    return (
        "the indentation of this line fits none above",
        "Indent it exactly like the field or entry it belongs beside.",
    )


def _in_brackets(said: str, at: _Position, begin: _Position, lines: list[str]) -> _Located:
    sign = _sign(at, lines)
    if at[0] == begin[0] and at > begin and sign in "}]":
        message = f"{quoted(sign)} does not close the {_sign(begin, lines)} that was opened"
        return *at, message, "Close brackets in the order they were opened."
    if at[0] == begin[0] and at > begin and sign:
        message = f"a comma is missing before {quoted(sign)}, or the text should be quoted"
        return *at, message, "Put a comma between entries; put text with : , [ ] { } in double quotes."
    return *begin, *_say(said, sign, "")


def _say(said: str, sign: str, context: str) -> tuple[str, str]:
    for part, (message, remedy) in _SAYINGS.items():
        if part in said:
            shown = f"{message}: {quoted(sign)}" if "this sign" in message and sign else message
            return shown, remedy
    detail = f"{said} {context}".strip()
    return f"not YAML: {detail}", "Compare the line with its neighbours; quote values with special signs."


def _sign(at: _Position, lines: list[str]) -> str:
    return lines[at[0]][at[1] : at[1] + 1]


def _position(mark: Any, lines: list[str]) -> _Position:
    """Return line and column of a mark, counted from 0; from the end of the file back to the last text."""
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line < len(lines) and lines[line].strip():
        return line, column
    at = min(line, len(lines) - 1)
    while at > 0 and not lines[at].strip():
        at -= 1
    return at, max(0, len(lines[at].rstrip()) - 1)
