"""The format of `tests/cases/hostile.txt`, and accounts with hostile texts in every field.

Under `=== shown` each line is one text. Under `=== refused` each line is `CODE field: text`. `# words` begins a
category. In a text `\\\\` is a backslash, `\\s` a space (where an editor would trim it), `\\t`, `\\n` and `\\r` are
what they are in Python, `\\xNN`, `\\uNNNN` and `\\UNNNNNNNN` are that character, and `\\#` and `\\=` are signs that
would otherwise begin a category or a part at the head of a line. Everything else stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
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


@dataclass(frozen=True)
class Group:
    """Some texts that share an account, which shows each of them on every page."""

    id: str
    texts: tuple[str, ...]


SHARE = 5
"""Texts of one account. One account for each text would take five times as long to build and to look at."""


def groups() -> list[Group]:
    """Return all texts that must be shown in groups, each of texts from all over the file."""
    texts = [case.text for case in shown()]
    number = -(-len(texts) // SHARE)
    return [Group(f"group-{at:02}", _filled_up(texts[at::number], texts)) for at in range(number)]


def _filled_up(some: list[str], texts: list[str]) -> tuple[str, ...]:
    """Add texts to a group that has too few; none that is part of another, for pages do not say a thing twice."""
    for text in texts:
        if len(some) < SHARE and not any(text in one or one in text for one in some):
            some = [*some, text]
    return tuple(some)


# Accounts with these texts everywhere -----------------------------------------------

PLAIN = "Zyx"
TOKENS = tuple(f"Zyx Wvu{letter}" for letter in "abcde")
SHORT_TOKENS = tuple(f"Z. Wvu{letter}" for letter in "abcde")
"""The harmless texts that stand for hostile ones, and how places that shorten names show them."""
PROSE, ADDRESS = "Harmless prose.", "harmless"
TEXT_HERE, PROSE_HERE = "<TEXT>", "<PROSE>"


def website(text: str) -> str:
    """Return a link with the text in it, as raw as a link may be."""
    raw = f"https://acme.example/{text}"
    return raw if allowed_link(raw) else f"https://acme.example/{quote(text)}"


def account(id_: str, texts: Sequence[str], proses: Sequence[str], address: str) -> dict[str, Any]:
    """Return an account in which every field of text holds one of the texts, in turns; the first is its name.

    Its dates differ, so that no order hangs on a text.
    """
    tree = (
        _client(id_, TEXT_HERE, PROSE_HERE, address)
        | _people(id_, TEXT_HERE)
        | _common_work(id_, TEXT_HERE, PROSE_HERE)
        | _business_with_us(id_, TEXT_HERE, PROSE_HERE)
        | _care(id_, TEXT_HERE, PROSE_HERE)
    )
    filled: dict[str, Any] = _filled(tree, {TEXT_HERE: cycle(texts), PROSE_HERE: cycle(proses)})
    return filled


def _filled(value: Any, turns: dict[str, Iterator[str]]) -> Any:
    if isinstance(value, dict):
        return {key: _filled(item, turns) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, turns) for item in value]
    return next(turns[value]) if value in turns else value


def _client(id_: str, text: str, prose: str, address: str) -> dict[str, Any]:
    initiative = {
        "name": text,
        "owner": "one",
        "why": prose,
        "due": "2027-06-01",
        "as_of": "2026-09-20",
        **_grounds(text),
    }
    voice = {"basis": "observed", "by": f"{id_}-a", "as_of": "2026-10-02", **_grounds(text)}
    voices = [
        {"person": "one", "stand": "for", "veto": "yes", **voice},
        {"person": "two", "stand": "against", "veto": "no", **voice},
    ]
    return {
        "name": text,
        "tier": f"{id_}-t",
        "lead": f"{id_}-a",
        "backup": f"{id_}-b",
        "timeframe": "2027",
        "as_of": "2026-11-10",
        "in_short": prose,
        "tags": [f"{id_}-tag"],
        "business": {"summary": prose, "revenue": "2000000", "employees": text, "website": address},
        "horizon": {"until": "2028-12-31", "vision": prose},
        "initiatives": [
            {"id": "why", "basis": "client_confirmed", "who": "one", "voices": voices, **initiative},
            {"id": "guess", **initiative, "owner": "two"},
        ],
    }


def _grounds(text: str) -> dict[str, Any]:
    return {"evidence": text, "so_what": text}


def _people(id_: str, text: str) -> dict[str, Any]:
    ours, second, grounds = f"{id_}-a", f"{id_}-b", _grounds(text)
    people: list[dict[str, Any]] = [
        {"id": "one", "roles": ["decider", "champion"], "influence": "9", "owner": ours, "last_contact": "2026-11-01"},
        {"id": "two", "reports_to": "one", "key_player": "yes", "owner": second},
        {"id": "three", "reports_to": "one", "key_player": "yes", "last_contact": "2024-01-01"},
        {"id": "four", "reports_to": "two", "status": "vacant", "since": "2026-01-01", "key_player": "yes"},
        {"id": "five", "status": "left", "until": "2026-06-30"},
        {"id": "six", "reports_to": "seven"},
        {"id": "seven", "reports_to": "six"},
        {"id": "eight", "reports_to": "one", "key_player": "yes", "last_contact": "2026-10-01"},
        {"id": "nine", "roles": ["approver"], "support": "opponent"},
    ]
    for person in people:
        person |= {"name": text, "title": text, "unit": text, "cares_about": text}
    claim = {"value": "supporter", "basis": "client_confirmed", "who": "one", "as_of": "2026-10-01", **grounds}
    people[0]["support"] = [claim, {"value": "neutral", "as_of": "2025-01-01", **grounds}]
    people[0]["influence"] = {"value": "9", "as_of": "2026-09-21", **grounds}
    people[0]["sees_us_as"] = {**claim, "value": "business"}
    people[0] |= {"function": "operations", "level": "executive"}
    return {
        "people": people,
        "influences": [
            {"from": "one", "to": "two", "evidence": text},
            {"from": "two", "to": "three", "kind": "conflict", "evidence": text},
        ],
        "maps": [{"id": "tender", "name": text, "people": ["one", "two", "three"]}],
        "contacts": [
            {"date": "2026-11-01", "ours": [ours, second], "theirs": ["one", "two"], "what": text},
            {"date": "2026-05-02", "ours": [ours], "theirs": ["one"], "what": text},
        ],
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
    }


def _common_work(id_: str, text: str, prose: str) -> dict[str, Any]:
    ours, second = f"{id_}-a", f"{id_}-b"
    benchmarks = [{"date": "2026-11-03", "target": "4", "actual": "3"}, {"date": "2027-05-03", "target": "6"}]
    measure = {"name": text, "unit": text, "baseline": "1", "target": "8", "benchmarks": benchmarks}
    return {
        "objectives": [
            {
                "id": "joint",
                "name": text,
                "for": "why",
                "client_gets": text,
                "we_get": "180000",
                "owner": "one",
                "due": "2027-05-31",
                "measures": [measure],
            },
            {"id": "orphan", "name": text, "client_gets": text, "we_get": "9000", "owner": ours, "due": "2026-11-13"},
        ],
        "actions": [
            {"id": "call", "what": text, "owner": ours, "due": "2026-11-02"},
            {"id": "send", "what": text, "owner": "five", "due": "2026-11-25"},
            {"id": "sent", "what": text, "owner": f"{id_}-c", "due": "2026-10-06", "done": "2026-10-07"},
        ],
        "promises": [
            {"id": "list", "what": text, "by": second, "to": "one", "due": "2026-11-12"},
            {"id": "room", "what": text, "by": "one", "to": ours, "due": "2026-11-11"},
            {"id": "word", "what": text},
        ],
        "risks": [
            {
                "id": "price",
                "what": text,
                "likelihood": "high",
                "impact": "high",
                "trigger": text,
                "response": text,
                "owner": ours,
                "due": "2026-11-30",
            },
            {"id": "strike", "what": text},
        ],
        "opportunities": [
            {
                "id": "more",
                "name": text,
                "for": "why",
                "unit": "north",
                "offering": "voice",
                "kind": "expand",
                "class": "A",
                "why": prose,
                "worth": "90000",
                "client_gets": text,
                "owner": f"{id_}-d",
                "sponsor": "one",
                "prove": text,
                "due": "2026-12-03",
                "scores": [{"question": "linked", "score": "3", "why": text}],
            },
            {"id": "other", "name": text, "for": "guess", "sponsor": "two"},
        ],
        "resources": [
            {
                "id": "days",
                "what": text,
                "party": "joint",
                "who": ours,
                "for": "joint",
                "status": "missing",
                "due": "2026-11-14",
                "so_what": text,
            },
            {"id": "desk", "what": text},
        ],
    }


def _business_with_us(id_: str, text: str, prose: str) -> dict[str, Any]:
    cell = {"unit": "north", "evidence": text}
    signs = [("need-before-order", "yes"), ("saw-tender-early", "yes"), ("no-tender", "no")]
    claim = {"basis": "observed", "by": f"{id_}-d", "who": "one", "as_of": "2026-09-01", **_grounds(text)}
    return {
        "units": [
            {"id": "whole", "name": text},
            {"id": "north", "name": text, "part_of": "whole"},
            {"id": "south", "name": text, "part_of": "whole"},
        ],
        "footprint": [
            {**cell, "offering": "voice", "held_by": "us", "spend": "90000", "ours": "50000", "until": "2027-02-01"},
            {**cell, "offering": "dock", "held_by": "competitor", "competitor": text, "until": "2026-10-01"},
            {"unit": "south", "offering": "dock", "blocked": text, "evidence": text},
            {"unit": "south", "offering": "voice", "held_by": "competitor", "competitor": text, "blocked": text},
        ],
        "position": {
            "own_view": [
                {"value": "cooperative", **claim},
                {"value": "basic", **claim, "as_of": "2025-09-01"},
            ],
            "desired": {"value": "interdependent", **claim},
            "desired_by": "2027-11-01",
            "ceilings": [{"stage": "cooperative", "why": text, "side": "client"}],
            "evidence": [{"indicator": indicator, "answer": answer, **claim} for indicator, answer in signs],
            "signals": [{"signal": "unasked", "as_of": "2026-11-02", "by": f"{id_}-a", "evidence": text}],
        },
        "value": [
            {
                "id": "saved",
                "what": text,
                "kind": "save_money",
                "amount": "70000",
                "status": "measured",
                "as_of": "2026-08-01",
                "who": "one",
                "for": "why",
                "method": text,
            },
            {"id": "told", "what": text},
        ],
        "dependence": [
            {"kind": "operational", "direction": "client_on_us", "strength": "3", "what": text, "until": "2027-03-01"},
            {"kind": "business", "direction": "us_on_client", "strength": "1", "what": text},
            {"what": text},
        ],
    }


def _care(id_: str, text: str, prose: str) -> dict[str, Any]:
    ours, second = f"{id_}-a", f"{id_}-b"
    review = {"ours": [ours], "theirs": ["one"], "notes": prose}
    decided = [
        [
            {"what": text, "owner": ours, "due": f"2026-{due}"},
            {"what": text, "owner": "one", "due": f"2026-{done}-05", "done": f"2026-{done}-04"},
        ]
        for due, done in (("11-05", "09"), ("10-30", "04"))
    ]
    return {
        "sponsors": [{"ours": f"{id_}-c", "theirs": "one", "since": "2025-01-01", "about": text, "every": "90"}],
        "team": [{"who": ours, "part": text, "call_when": text}, {"who": f"{id_}-c", "part": text}],
        "cadence": [{"kind": "qbr", "every": "90", "next": "2026-12-09"}, {"kind": "plan", "every": "30"}],
        "feedback": [
            {"date": "2026-10-14", "who": "one", "said": text, "wants": text},
            {"date": "2026-04-14", "who": "two", "said": text, "wants": text, "settled": "2026-05-01"},
        ],
        "insights": [
            {"date": "2026-10-08", "what": text, "to": "one", "came_of": text},
            {"date": "2026-03-08", "what": text},
        ],
        "reviews": [
            {"date": "2026-08-05", "kind": "qbr", "course": "pivot", "decisions": decided[0], **review},
            {"date": "2026-02-05", "kind": "plan", "course": "keep", "decisions": decided[1], **review},
        ],
        "validation": [{"date": "2026-07-01", "who": "one", "changed": [text, text]}],
        "transition": {
            "from": second,
            "to": ours,
            "decided": "2026-10-20",
            "why": text,
            "client_told": "2026-10-25",
            "open": [text, text],
        },
        "selection": {
            "date": "2026-01-10",
            "led_by": ours,
            "approved_by": [second, f"{id_}-d"],
            "reason": prose,
            "next_review": "2027-01-10",
            "scores": [{"criterion": "potential", "score": "6", "why": text}],
        },
        "ignore": [{"rule": "SAM101", "on": text, "why": text, "until": "2027-01-01"}],
    }


OURS = "abcd"
"""Ends of the ids of those of ours that the account refers to."""


def colleagues(id_: str, texts: Sequence[str]) -> list[dict[str, Any]]:
    """Return those of ours; with the account's name, each text is the name of one."""
    named, roles = cycle([*texts[1:], texts[0]]), cycle([*texts[2:], *texts[:2]])
    return [{"id": f"{id_}-{letter}", "name": next(named), "role": next(roles)} for letter in OURS]


def tier(id_: str, texts: Sequence[str]) -> dict[str, Any]:
    """Return the tier that the account refers to."""
    return {"id": f"{id_}-t", "name": texts[-1], "contact_lasts": "90"}


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
