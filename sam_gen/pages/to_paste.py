"""Where the line of a finding is pasted: an entry into the list that is there, with its key where there is none."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import Any

from sam_gen.checks.finding import Finding
from sam_gen.model.account import Account
from sam_gen.model.place import Place
from sam_gen.model.record import Record


def to_paste(account: Account, finding: Finding) -> tuple[str, str]:
    """Return where a line goes, in words, and the line as it stands there.

    A key that is in the file already would be there twice: of such a line only the entry is given.
    """
    line = finding.line
    record: Any = _below(account, finding) if "\n" in line else None
    if record is None:
        return _at(finding.place), line
    key, rest = line.split(":\n", 1)
    while isinstance(getattr(record, key), Record) and ":\n" in rest:
        record, line = getattr(record, key), dedent(rest)
        key, rest = line.split(":\n", 1)
    some, start = getattr(record, key), record.place_of(key)
    if some:
        block = some[0].place.column == start.column + len("- ")
        entry = indent(dedent(rest), " " * (start.column - 1 if block else 0))
        return f"{_at(start)}, where {key}: begins", entry
    return f"At the end of {start.file}" if start == account.place else _at(start), line


def _below(account: Account, finding: Finding) -> Record | None:
    """Return the record the first key of a line belongs to: the account, or the one the finding is about."""
    if finding.line.partition(":")[0] in type(account).model_fields:
        return account
    name, _, key = finding.subject.partition("/")
    return next((one for one in getattr(account, name, ()) if one.key == key), None)


def _at(place: Place) -> str:
    return f"In {place.file}:{place.line}"
