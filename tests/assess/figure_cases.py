"""The format of `tests/assess/cases/<name>.txt`: accounts and what is worked out of them, by hand.

    === a title
    # the arithmetic, in words
    position: …
    ---
    today: cooperative

Above `---` stand keys of an account; those it lacks are of `BASE`. Below it stand names and what they come to. The
models are those that ship.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from checks.check_cases import read

from sam_gen.model.account import Account
from sam_gen.model.playbook import Playbook

BASE = {
    "name": "name: Acme\n",
    "tier": "tier: strategic\n",
    "lead": "lead: mira-holm\n",
    "as_of": "as_of: 2026-11-20\n",
    "people": """\
people:
  - {id: rao, name: Priya Rao, roles: [decider], function: operations,
     sees_us_as: {value: service, basis: observed, as_of: 2026-11-01}}
  - {id: lund, name: Per Lund, function: finance}
""",
    "contacts": """\
contacts:
  - {date: 2026-11-01, ours: [mira-holm], theirs: [rao, lund]}
  - {date: 2026-11-01, ours: [jon-aas], theirs: [rao]}
""",
}
"""Both counted dimensions are cooperative: three pairs in two functions, and the one key player says service."""


@dataclass(frozen=True)
class Case:
    title: str
    text: str
    expected: dict[str, str]


def whole(text: str) -> str:
    """Fill up with `BASE` what a case does not say."""
    said = set(re.findall(r"^([a-z_]+):", text, flags=re.MULTILINE))
    return "".join(part for key, part in BASE.items() if key not in said) + text


def cases(name: str) -> list[Case]:
    text = (Path(__file__).parent / "cases" / f"{name}.txt").read_text(encoding="utf-8")
    found = []
    for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        title, _, rest = block.partition("\n")
        given, _, expected = rest.partition("---\n")
        pairs = (line.partition(": ") for line in expected.splitlines())
        found.append(Case(title, whole(given), {key: value for key, _, value in pairs}))
    return found


def account_of(text: str) -> tuple[Playbook, Account]:
    read_ = read(text)
    return read_.playbook, read_.accounts[0]
