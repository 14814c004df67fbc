"""The format of `tests/cases/checks/SAMnnn.txt`, one file a rule.

    === a title
    name: Acme
    ---
    1 Acme has no lead of ours.

Above `---` stands an account, below it each finding of that rule with its line and message, in the order of the file.
Findings of other rules do not matter there. Nothing below `---` means that the rule is silent. An account that
begins with the line `# a case for training` stands in `playbook/cases/accounts/`. Other texts are no accounts:

- `# questions` is the file `playbook/questions/a.yml`; `# onboarding`, `# becoming` and `# facilitation` are the files
  of that name in `playbook/`.
- `# lesson` is the lesson of `tests/cases/whole/`, `# tool` its tool, with lines changed: `- ` before a line to take
  out, `+ ` before one to put there. A line `[3 sentences]` stands for as many of ten words. `# lessons 4` puts three
  whole lessons, `l1` to `l3`, before the changed one; `# each of 4 lessons` changes all four.
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
WHOLE = CASES.parent / "whole"
SENTENCE = "One two three four five six seven eight nine ten."

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
    head, _, rest = account.partition("\n")
    training, own = head == "# a case for training", texts(head, rest)
    files = {
        "accounts/a.yml": "name: Beside\n" if training or own else account,
        "playbook/playbook.yml": playbook,
        "playbook/team.yml": TEAM,
        "playbook/offerings.yml": OFFERINGS,
        **own,
    }
    if training:
        files |= {
            "playbook/cases/accounts/a.yml": account,
            "playbook/cases/playbook.yml": PLAYBOOK,
            "playbook/cases/team.yml": TEAM,
        }
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


# Texts of the playbook ------------------------------------------------------------------


def texts(head: str, rest: str) -> dict[str, str]:
    """Return the files of a case about texts, by the line it begins with; none for an account."""
    if head == "# questions":
        return {"playbook/questions/a.yml": f"{head}\n{rest}"}
    if head in ("# becoming", "# facilitation"):
        return {f"playbook/{head[2:]}.yml": f"{head}\n{rest}"}
    kind = re.fullmatch(r"# (each of )?(\d )?(lesson|tool|onboarding)s?", head)
    if not kind:
        return {}
    files = {"playbook/tools/two-lists.md": changed("tool", rest if kind[3] == "tool" else "")}
    if kind[3] == "tool":
        other = changed("tool", "").replace("use Other sheet", "use Two lists").replace("Two lists", "Other sheet", 1)
        files["playbook/tools/other-sheet.md"] = other
    many = int(kind[2] or (3 if kind[3] == "onboarding" else 1))
    for number in range(1, many + 1):
        last = kind[3] == "lesson" and number == many
        name = "last" if last else f"l{number}"
        lesson = changed("lesson", rest if last or kind[1] else "")
        files[f"playbook/curriculum/0-start/{number}-{name}.md"] = lesson
    return files | ({"playbook/onboarding.yml": f"{head}\n{rest}"} if kind[3] == "onboarding" else {})


def changed(name: str, edits: str) -> str:
    """Return a whole lesson or tool with some lines changed."""
    whole = (WHOLE / f"{name}.md").read_text(encoding="utf-8")
    for out, put in re.findall(r"((?:^- .*\n)+)((?:^\+.*\n)*)", edits, flags=re.MULTILINE):
        before, after = ("".join(f"{line[2:]}\n" for line in part.splitlines()) for part in (out, put))
        assert whole.count(before) == 1, f"not once in {name}.md: {before}"
        whole = whole.replace(before, after)
    return re.sub(r"^\[(\d+) sentences\]$", lambda one: " ".join([SENTENCE] * int(one[1])), whole, flags=re.MULTILINE)
