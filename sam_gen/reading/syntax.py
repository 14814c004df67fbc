"""What libyaml says of broken syntax, in words for somebody who edits an account."""

from __future__ import annotations

import yaml

from sam_gen.model.place import Place
from sam_gen.model.problem import Problem, quoted

_QUOTE = "Put the whole value in double quotes."

_SAYINGS = {
    "mapping values are not allowed": (
        "a colon followed by a space inside a value, or a line indented too far",
        f"{_QUOTE} If this is a field of its own, indent it like its neighbours.",
    ),
    "cannot start any token": ("a value may not begin with this sign", _QUOTE),
    "unexpected end of stream": ("a quote is opened here and never closed", "Close the quote on the same line."),
    "did not find expected ',' or ']'": ("a [ is opened and its list not closed", "Close it with ]."),
    "did not find expected ',' or '}'": ("a { is opened and its record not closed", "Close it with }."),
    "did not find expected '-' indicator": (
        "a list ends and something else begins at the same indentation",
        "Give every entry a “- ”, or indent this line like the field it belongs to.",
    ),
    "did not find expected key": (
        "expected a field like “name: …”",
        "Check the indentation and the quotes of this line and the one before.",
    ),
    "could not find expected ':'": ("a field name without a colon", "Write it as “field: value”."),
    "did not find expected node content": ("a value is missing or begins with the wrong sign", _QUOTE),
    "unknown escape character": (
        "\\ inside double quotes begins a code that does not exist",
        "Double the backslash, or use single quotes.",
    ),
    "invalid Unicode character escape": ("an escape that stands for no character", "Type the character itself."),
    "did not find expected hexdecimal number": ("an escape that stands for no character", "Type it as it is."),
    "expected comment or line break": (
        "text on the line of | or >",
        "Begin the text on the next line, indented.",
    ),
}


def explain(error: yaml.MarkedYAMLError, lines: list[str], name: str) -> Problem:
    """Turn a syntax error of libyaml into a problem at the place where the writer should look."""
    said = error.problem or "broken syntax"
    mark = error.problem_mark or error.context_mark
    context = error.context or ""
    opened = "flow" in context or "quoted scalar" in context
    if error.context_mark and ("end of stream" in said or (opened and "did not find expected ','" in said)):
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines) or not lines[line].strip():
        line, column = _last_content(lines, line)
    message, remedy = _say(said, lines[line][column : column + 1], context)
    return Problem(Place(name, line + 1, column + 1), "SAM010", message, remedy)


def _say(said: str, sign: str, context: str) -> tuple[str, str]:
    for part, (message, remedy) in _SAYINGS.items():
        if part in said:
            shown = f"{message}: {quoted(sign)}" if "this sign" in message and sign else message
            return shown, remedy
    detail = f"{said} {context}".strip()
    return f"not YAML: {detail}", "Compare the line with its neighbours; quote values with special signs."


def _last_content(lines: list[str], line: int) -> tuple[int, int]:
    """Step back from the end of the file to the last line that says something."""
    at = min(line, len(lines) - 1)
    while at > 0 and not lines[at].strip():
        at -= 1
    return at, max(0, len(lines[at].rstrip()) - 1)
