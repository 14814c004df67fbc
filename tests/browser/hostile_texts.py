"""The format of `tests/cases/hostile.txt`, and the account that has one hostile text in every field.

Under `=== shown` each line is one text. Under `=== refused` each line is `CODE field: text`. `# words` begins a
category. In a text `\\\\` is a backslash, `\\s` a space (where an editor would trim it), `\\t`, `\\n` and `\\r` are
what they are in Python, `\\xNN`, `\\uNNNN` and `\\UNNNNNNNN` are that character, and `\\#` and `\\=` are signs that
would otherwise begin a category or a part at the head of a line. Everything else stands for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sam_gen.model.scalars import allowed_link

FILE = Path(__file__).parent.parent / "cases" / "hostile.txt"

_ESCAPE = re.compile(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)")
_SHORT = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "\\": "\\", "#": "#", "=": "="}


@dataclass(frozen=True)
class Shown:
    """A text that every field must show as it stands."""

    id: str
    """Category and number, which are also the id of the account: `closing-tags-02`."""
    text: str


@dataclass(frozen=True)
class Refused:
    """A text that the reader must refuse in one field."""

    id: str
    code: str
    field: str
    text: str


def shown() -> list[Shown]:
    """Return the texts that must be shown."""
    return [Shown(id_, _unescape(line)) for id_, line in _lines("shown")]


def refused() -> list[Refused]:
    """Return the texts that must be refused."""
    found = []
    for id_, line in _lines("refused"):
        code, field, text = re.fullmatch(r"(SAM\d{3}) ([a-z_.]+): (.*)", line).groups()
        found.append(Refused(id_, code, field, _unescape(text)))
    return found


def _lines(part: str) -> list[tuple[str, str]]:
    current, category, counted, found = "", "", 0, []
    for line in FILE.read_text(encoding="utf-8").split("\n"):
        if line.startswith("=== "):
            current = line.removeprefix("=== ")
        elif re.match(r"# [a-z ]+$", line):
            category, counted = line.removeprefix("# ").replace(" ", "-"), 0
        elif line and current == part:
            counted += 1
            found.append((f"{category}-{counted:02}", line))
    return found


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda match: _SHORT.get(match[1]) or chr(int(match[1][1:], 16)), text)


# Accounts with one text everywhere -----------------------------------------------

PLAIN, PLAIN_SHORT = "Zyx", "Zyx"
TWO_WORDS, TWO_WORDS_SHORT = "Zyx Wvu", "Z. Wvu"
"""The harmless texts that stand for a hostile one of one word, or of several, which some places shorten."""
PROSE, ADDRESS = "Harmless prose.", "harmless"


def website(text: str) -> str:
    """Return a link with the text in it, as raw as a link may be."""
    raw = f"https://acme.example/{text}"
    return raw if allowed_link(raw) else f"https://acme.example/{quote(text)}"


def account(id_: str, text: str, prose: str, address: str) -> dict[str, Any]:
    """Return an account in which every field of text holds that text, so that every spot of the page shows it."""
    ours, second = f"{id_}-a", f"{id_}-b"
    grounds = {"evidence": text, "so_what": text}
    people: list[dict[str, Any]] = [
        {"id": "one", "roles": ["decider", "champion"], "influence": "9", "owner": ours, "last_contact": "2026-11-01"},
        {"id": "two", "reports_to": "one", "key_player": "yes", "owner": second},
        {"id": "three", "reports_to": "one", "key_player": "yes", "last_contact": "2024-01-01"},
        {"id": "four", "reports_to": "two", "status": "vacant", "since": "2026-01-01", "key_player": "yes"},
        {"id": "five", "status": "left", "until": "2026-06-30"},
        {"id": "six", "reports_to": "seven"},
        {"id": "seven", "reports_to": "six"},
        {"id": "eight", "reports_to": "one", "key_player": "yes", "last_contact": "2026-10-01"},
    ]
    for person in people:
        person |= {"name": text, "title": text, "unit": text, "cares_about": text}
    claim = {"value": "supporter", "basis": "client_confirmed", "who": "one", "as_of": "2026-10-01", **grounds}
    people[0]["support"] = [claim, {"value": "neutral", "as_of": "2025-01-01", **grounds}]
    people[0]["influence"] = {"value": "9", **grounds}
    initiative = {"name": text, "owner": "one", "why": prose, "due": "2027-06-01", **grounds}
    return {
        "name": text,
        "tier": f"{id_}-t",
        "lead": ours,
        "backup": second,
        "timeframe": "2027",
        "as_of": "2026-11-10",
        "in_short": prose,
        "business": {"summary": prose, "revenue": "2000000", "employees": text, "website": address},
        "initiatives": [
            {"id": "why", "basis": "client_confirmed", "who": "one", **initiative},
            {"id": "guess", **initiative},
        ],
        "people": people,
        "influences": [
            {"from": "one", "to": "two", "evidence": text},
            {"from": "two", "to": "three", "kind": "conflict", "evidence": text},
        ],
        "contacts": [{"date": "2026-11-01", "ours": [ours, second], "theirs": ["one", "two"], "what": text}],
        "meetings": [
            {
                "id": "next",
                "date": "2026-11-24",
                "time": "09:30",
                "what": text,
                "where": text,
                "ours": [ours],
                "theirs": ["one", "three"],
            }
        ],
        "objectives": [
            {"id": "joint", "name": text, "for": "why", "client_gets": text, "we_get": "180000", "owner": "one"},
            {"id": "orphan", "name": text, "client_gets": text, "we_get": "9000", "owner": ours},
        ],
        "actions": [
            {"id": "call", "what": text, "owner": ours, "due": "2026-11-02"},
            {"id": "send", "what": text, "owner": "five", "due": "2026-11-25"},
        ],
        "promises": [{"id": "list", "what": text, "by": second, "to": "one", "due": "2026-11-12"}],
    }


def colleagues(id_: str, text: str) -> list[dict[str, Any]]:
    """Return the two of ours that the account refers to."""
    return [{"id": f"{id_}-{letter}", "name": text, "role": text} for letter in "ab"]


def tier(id_: str, text: str) -> dict[str, Any]:
    """Return the tier that the account refers to."""
    return {"id": f"{id_}-t", "name": text, "contact_lasts": "90"}


# YAML --------------------------------------------------------------------------


def yaml(value: Any, indent: int = 0, *, raw: bool = True) -> str:
    """Return a tree of mappings, lists and texts as YAML with every text in double quotes.

    With `raw`, only what cannot stand in quotes is escaped; otherwise everything outside ASCII is.
    """
    pad = "  " * indent
    if isinstance(value, str):
        return quoted(value, raw=raw)
    if isinstance(value, dict):
        inner = ",\n".join(f"{pad}  {key}: {yaml(item, indent + 1, raw=raw)}" for key, item in value.items())
        return f"{{\n{inner}\n{pad}}}"
    return "[\n" + ",\n".join(f"{pad}  {yaml(item, indent + 1, raw=raw)}" for item in value) + f"\n{pad}]"


def quoted(text: str, *, raw: bool) -> str:
    """Return a text as a double-quoted YAML scalar."""
    return '"' + "".join(_sign(sign, raw) for sign in text) + '"'


def _sign(sign: str, raw: bool) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if sign >= " " and (raw or sign < "\x7f"):
        return sign
    return f"\\U{ord(sign):08x}"
