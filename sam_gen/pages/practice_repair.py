"""An exercise on a file to repair: the file with its lines, and the key beside what the check finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sam_gen.checks.check import check_account
from sam_gen.checks.finding import Finding
from sam_gen.checks.rules import BY_CODE
from sam_gen.model.practice import Exercise, Practice, Repair, Unseen
from sam_gen.model.project import Project
from sam_gen.pages.practice_parts import address, rubric, worked_on
from sam_gen.pages.words import capital, count, listed
from sam_gen.render.page import Page

COPY = "my-copy"


@dataclass(frozen=True)
class RepairRow:
    """One finding of the key."""

    line: str
    """“Line 66”; other words where the company's rules do not find it."""
    code: str
    name: str
    address: str
    source: str
    """The line as it stands in the file."""
    message: str
    wrong: str
    matters: str
    good: str
    tempting: str


@dataclass(frozen=True)
class UnseenRow:
    """One line that no rule names."""

    line: str
    source: str
    wrong: str
    good: str


def repair_pages(cases: Project, practice: Practice, exercise: Exercise) -> Iterator[Page]:
    """Yield the page of the exercise."""
    account = worked_on(practice.accounts, exercise)
    found = check_account(account, cases.playbook, cases.as_of, cases.edition.clearance) if account else ()
    lines = practice.texts.get(exercise.account, ())
    rows = _rows(exercise.repairs, found, lines)
    file = account.place.file if account else ""
    yield Page(
        path=address(exercise),
        title=exercise.name,
        template="training/practice-repair.md",
        context={
            "story": exercise.story,
            "how": exercise.how,
            "file_name": file,
            "copy": f"{file.rpartition('/')[0]}/{COPY}.yml",
            "lines": lines,
            "file_heading": f"The file: {count(len(lines), 'line')}",
            "key_heading": _key_heading(len(exercise.repairs), len(exercise.unseen)),
            "rows": rows,
            "differs": differs(exercise.repairs, found),
            "unseen": tuple(_unseen(one, lines) for one in exercise.unseen),
            "unseen_heading": f"{capital(count(len(exercise.unseen), 'line'))} that no rule can see",
            "rubric": rubric(exercise),
            "usual": exercise.usual,
            "argue": exercise.argue,
        },
    )


def _key_heading(named: int, unseen: int) -> str:
    return f"The key: {count(named, 'finding')}, and {count(unseen, 'line')} that no rule can see"


def _rows(repairs: Sequence[Repair], found: Sequence[Finding], lines: Sequence[str]) -> tuple[RepairRow, ...]:
    """Join each entry of the key with its finding, in the order of the file; what is not found comes last."""
    by_code = {one.code: one for one in reversed(found)}
    pairs = sorted(
        ((by_code.get(one.rule), one) for one in repairs),
        key=lambda pair: (pair[0] is None, pair[0].place.line if pair[0] else 0, pair[1].rule),
    )
    return tuple(_row(repair, finding, lines) for finding, repair in pairs)


def _row(repair: Repair, finding: Finding | None, lines: Sequence[str]) -> RepairRow:
    rule = BY_CODE.get(repair.rule)
    return RepairRow(
        line=f"Line {finding.place.line}" if finding else "Not found by your rules",
        code=repair.rule,
        name=rule.name if rule else "no such rule",
        address=f"reference/rules/{repair.rule.lower()}/" if rule else "",
        source=_source(lines, finding.place.line) if finding else "",
        message=finding.message if finding else "",
        wrong=repair.wrong,
        matters=repair.matters,
        good=repair.good,
        tempting=repair.tempting,
    )


def _source(lines: Sequence[str], line: int) -> str:
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""


def _unseen(one: Unseen, lines: Sequence[str]) -> UnseenRow:
    at = next((number for number, text in enumerate(lines, 1) if text.strip() == one.line), 0)
    return UnseenRow(f"Line {at}" if at else "", one.line, one.wrong, one.good)


def differs(repairs: Sequence[Repair], found: Sequence[Finding]) -> str:
    """Say where a company's own rules find something else than the key was written for; empty where they do not."""
    codes, keyed = [one.code for one in found], [one.rule for one in repairs]
    more = sorted({code for code in codes if code not in keyed or codes.count(code) > 1})
    fewer = sorted(set(keyed) - set(codes))
    said = [f"The key was written for {count(len(keyed), 'finding')}; your company's models give {len(codes)}."]
    if more:
        said.append(f"They find more by {listed(more)}.")
    if fewer:
        said.append(f"They do not find {listed(fewer)}.")
    return " ".join(said) if more or fewer else ""
