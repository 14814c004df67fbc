"""`sam-gen log`: one dated talk, or one sign of the position, into an account's file."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sam_gen.exchange.choose import known_account, known_colleague, unknown
from sam_gen.exchange.insert import Fields, block, proposals
from sam_gen.model.account import Account
from sam_gen.model.claims import Basis
from sam_gen.model.place import PlacedDict
from sam_gen.model.position import Answer, Position
from sam_gen.model.project import Project
from sam_gen.model.record import Record
from sam_gen.model.scalars import LONGEST_LINE
from sam_gen.reading.accounts import read_account
from sam_gen.reading.characters import LARGEST, describe, first_invisible
from sam_gen.reading.folders import Folders, Source, account_sources
from sam_gen.reading.playbook import read_playbook
from sam_gen.reading.reader import Reader

_BOM = b"\xef\xbb\xbf"


Check = Callable[[Path, bytes], int]
"""A file and what it would hold → the line of the new record."""


class CannotNote(Exception):
    """The line cannot be written; nothing was. `usage`: what was asked for is at fault, not the file."""

    def __init__(self, why: str, *, usage: bool) -> None:
        super().__init__(why)
        self.usage = usage


@dataclass(frozen=True)
class Sign:
    """What a sign of the position says besides its text."""

    indicator: str
    answer: Answer = Answer.YES
    basis: Basis = Basis.OBSERVED

    @classmethod
    def of(cls, indicator: str, answer: str | None, basis: str | None) -> Sign:
        """Read what was typed; without an answer it was seen, without a basis one of us saw it."""
        return cls(indicator, Answer(answer or Answer.YES), Basis(basis or Basis.OBSERVED))


@dataclass(frozen=True)
class Said:
    """What somebody wants to note."""

    account: str
    text: str
    who: tuple[str, ...]
    ours: tuple[str, ...]
    day: datetime.date
    sign: Sign | None = None
    """None: it is a talk."""


@dataclass(frozen=True)
class Noted:
    """What was written, and where."""

    file: str
    line: int
    record: tuple[str, ...]


def note(folders: Folders, project: Project, said: Said) -> Noted:
    """Write what was said into the account's file, if all of it is then read as it was and the new record as meant.

    Raises Unknown for a name that stands for nothing, and CannotNote; then nothing was written.
    """
    account = known_account(project, said.account)
    _check_names(project, account, said)
    _check_text(said.text)
    source = next(one for one in account_sources(folders)[0] if one.id == account.id)
    path, record = _record(said)
    trees = {file: tree for file in source.files if (tree := Reader(folders).tree(file))}
    file = _file(trees, path)
    data = file.read_bytes()
    start = _BOM if data.startswith(_BOM) else b""
    whole = data.removeprefix(_BOM).decode("utf-8")
    drafts = proposals(whole, trees[file], path, record, "as_of" if said.sign else "date")
    check = _check(folders, source, account, path, record)
    for draft in drafts:
        line = check(file, start + draft.encode("utf-8"))
        if line:
            _write(file, start + draft.encode("utf-8"))
            return Noted(folders.name_of(file), line, tuple(block(record, "")))
    lines = "\n".join(block(record, "  "))
    why = f"{folders.name_of(file)} is written in a way that log cannot add to. Put these lines below {path[-1]}:"
    raise CannotNote(f"{why}\n{lines}", usage=False)


def _check_names(project: Project, account: Account, said: Said) -> None:
    for colleague in said.ours:
        known_colleague(project, colleague)
    people = {person.key: person for person in account.people}
    for who in said.who:
        if who not in people:
            raise unknown("person", who, {key: (one.name, one.place) for key, one in people.items()})
        if people[who].id is None:
            person = people[who]
            why = f"{person.place} {person.name} has no id to refer to. Add “id: {who}” to that record."
            raise CannotNote(why, usage=False)
    if said.sign:
        known = {one.id: (one.says, one.place) for one in project.playbook.method.continuum.indicators}
        if said.sign.indicator not in known:
            raise unknown("indicator", said.sign.indicator, known)


def _check_text(text: str) -> None:
    """Refuse a text that the reader would refuse, before it is looked for a place."""
    line = one_line(text)
    hidden = first_invisible(line)
    if not line:
        raise CannotNote("TEXT is empty. Say what was said or seen, in one sentence.", usage=True)
    if len(line) > LONGEST_LINE:
        raise CannotNote(f"TEXT has {len(line)} characters, at most {LONGEST_LINE} fit. Shorten it.", usage=True)
    if hidden:
        message, remedy = describe(hidden)
        raise CannotNote(f"TEXT has an {message}. {remedy}", usage=True)


def _record(said: Said) -> tuple[tuple[str, ...], Fields]:
    """Return the way to the list and the fields of the new record; what is not said is not written."""
    text = one_line(said.text)
    if said.sign is None:
        ours: Fields = [("ours", said.ours)] if said.ours else []
        return ("contacts",), [("date", said.day.isoformat()), *ours, ("theirs", said.who), ("what", text)]
    sign = said.sign
    answer: Fields = [("answer", sign.answer.value)] if sign.answer is Answer.NO else []
    by: Fields = [("by", said.ours[0])] if said.ours else []
    fields = [("indicator", sign.indicator), *answer, ("basis", sign.basis.value), ("as_of", said.day.isoformat())]
    return ("position", "evidence"), [*fields, *by, ("who", said.who[0]), ("evidence", text)]


def one_line(text: str) -> str:
    """Return a text on one line, as the field holds it: each break with the spaces around it becomes a space."""
    return re.sub(r"[ \t]*[\r\n]\s*", " ", text.strip())


def _file(trees: dict[Path, PlacedDict], path: tuple[str, ...]) -> Path:
    """Return the file that has the list, or of an account in a folder the one where talks belong: with the people."""
    for key in (path[0], "people" if path[0] == "contacts" else ""):
        for file, tree in trees.items():
            if key in tree:
                return file
    return next(iter(trees))


def _check(folders: Folders, source: Source, before: Account, path: tuple[str, ...], record: Fields) -> Check:
    """Return what reads a draft and says in which line the new record is; 0 where the draft says anything else."""
    known = Reader(folders)
    read_playbook(known)

    def check(file: Path, data: bytes) -> int:
        reader = Reader(folders, lists=known.lists, drafts={file: data})
        after = read_account(reader, source) if len(data) <= LARGEST else None
        new = _only_new(before, after, path) if after and not reader.problems else None
        return new.lines[0] if new and _says(new, record) else 0

    return check


def _only_new(before: Account, after: Account, path: tuple[str, ...]) -> Record | None:
    """Return the one record by which two readings of an account differ, or None if there is another difference."""
    old, new = _at(before, path), _at(after, path)
    if len(new) != len(old) + 1 or _without(after, path) != _without(before, path):
        return None
    return next((one for i, one in enumerate(new) if new[:i] + new[i + 1 :] == old), None)


def _at(account: Account, path: tuple[str, ...]) -> tuple[Record, ...]:
    if path == ("contacts",):
        return account.contacts
    return account.position.evidence if account.position else ()


def _without(account: Account, path: tuple[str, ...]) -> Account:
    if path == ("contacts",):
        return account.model_copy(update={"contacts": ()})
    bare = (account.position or Position.model_construct()).model_copy(update={"evidence": ()})
    return account.model_copy(update={"position": bare})


def _says(record: Record, fields: Fields) -> bool:
    """Whether a record that was read says what was to be written."""
    return all(_text(getattr(record, key)) == _text(value) for key, value in fields)


def _text(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def _write(file: Path, data: bytes) -> None:
    """Put the new file in the old one's place in one step, with the same rights."""
    draft = file.with_name(f".{file.name}.new")
    try:
        draft.write_bytes(data)
        shutil.copymode(file, draft)
        draft.replace(file)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise CannotNote(f"cannot write {file.name}: {error.strerror}.", usage=False) from None
