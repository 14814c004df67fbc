"""The format of `tests/cases/checks/SAMnnn.txt`, one file a rule.

    === a title
    name: Acme
    ---
    1 Acme has no lead of ours.

Above `---` stands an account, below it each finding of that rule with its line and message, in the order of the file.
Findings of other rules do not matter there. Nothing below `---` means that the rule is silent. An account that
begins with the line `# a case for training` stands in `playbook/cases/accounts/`; a text that begins with
`# questions` is no account but the file `playbook/questions/a.yml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from helpers import PLAYBOOK, TEAM

from sam_gen.checks.check import check
from sam_gen.checks.finding import Finding
from sam_gen.model.project import Project
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

CASES = Path(__file__).parent.parent / "cases" / "checks"

OFFERINGS = """\
offerings:
  - {id: dock, name: Dock slots, does: Books every truck.}
  - {id: voice, name: Voice picking, does: Tells the picker what to fetch.}
"""


@dataclass(frozen=True)
class Case:
    code: str
    title: str
    account: str
    expected: tuple[str, ...]


def cases() -> list[Case]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, rest = block.partition("\n")
            account, _, expected = rest.partition("---\n")
            found.append(Case(path.stem, title, account, tuple(expected.splitlines())))
    return found


def read(account: str, *, playbook: str = PLAYBOOK, rules: str = "", as_of=None) -> Project:
    """Read one account, with offerings and perhaps settings of rules beside it."""
    training = account.startswith("# a case for training\n")
    asked = account.startswith("# questions\n")
    files = {
        "accounts/a.yml": "name: Beside\n" if training or asked else account,
        "playbook/playbook.yml": playbook,
        "playbook/team.yml": TEAM,
        "playbook/offerings.yml": OFFERINGS,
    }
    if training:
        files |= {
            "playbook/cases/accounts/a.yml": account,
            "playbook/cases/playbook.yml": PLAYBOOK,
            "playbook/cases/team.yml": TEAM,
        }
    if asked:
        files["playbook/questions/a.yml"] = account
    if rules:
        files["playbook/models/rules.yml"] = f"about: What matters to us.\nrules:\n{rules}"
    with TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return read_project(Folders(Path(folder)), as_of)


def found(account: str, code: str = "", **more) -> list[Finding]:
    """Return the findings of one rule, or of all."""
    return [one for one in check(read(account, **more)) if not code or one.code == code]


def shown(findings: list[Finding]) -> list[str]:
    return [f"{one.place.line} {one.message}" for one in findings]
