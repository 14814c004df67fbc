"""The texts of the playbook as the rules see them: each with its place, without what is no prose of ours.

A body is taken apart line by line into passages: a paragraph, an item of a list, a cell of a table. Code blocks are
left out. Signs of Markdown and addresses become spaces, so that every letter keeps its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit
from sam_gen.checks.sayings import cut
from sam_gen.model.curriculum import Check, Lesson, Tool, bare_heading, heading_id
from sam_gen.model.method import RuleSettings
from sam_gen.model.place import Place
from sam_gen.model.playbook import Playbook
from sam_gen.model.record import Record

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_WORD = re.compile(r"[\w'’-]*\w")
_END = re.compile(r"(?<=[.?!])[\"”’')\]]*\s+")
_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"(!?\[)([^\[\]]*)(\]\([^)\s]*\))")
_ITEM = re.compile(r"\s*(?:>\s?)*(?:[-*+]|\d{1,3}[.)])\s+")
_BEFORE = re.compile(r"\s*(?:>\s?)+|#{2,6}\s+")
_RULE_OF_TABLE = re.compile(r"[\s|:-]+")
_SPECIAL = re.compile(r"\\[^\w\s]|\*|\{#[a-z0-9-]+\}")


@dataclass(frozen=True)
class Text:
    """One text of the playbook."""

    value: str
    place: Place
    subject: str
    """The record it is a part of, as list/id."""
    part: str = ""
    """The field it stands in; in a body, the id of the heading above it."""
    asks: bool = False
    """Whether it is a question to be said aloud."""
    said: bool = False
    """Whether all of it is somebody else's words."""
    laid: bool = False
    """Whether it stands in a body, letter by letter as here."""
    cell: bool = False
    """Whether it is a cell of a table."""

    @property
    def own(self) -> str:
        """The text with spaces for what it quotes."""
        return " " * len(self.value) if self.said else _QUOTED.sub(_blank, self.value)

    @property
    def name(self) -> str:
        """The record as a message calls it."""
        return called(self.subject)

    def at(self, offset: int = 0) -> Place:
        """Where the first letter from an offset on stands; a field of YAML says only where it begins."""
        if not self.laid:
            return self.place
        offset += len(self.value[offset:]) - len(self.value[offset:].lstrip())
        before = self.value[:offset]
        lines, column = before.count("\n"), offset - before.rfind("\n") - 1
        return Place(self.place.file, self.place.line + lines, column + (1 if lines else self.place.column))


def called(subject: str) -> str:
    """Return `Lesson start-first-facts` for `lessons/start-first-facts`."""
    kind, _, id_ = subject.partition("/")
    return f"{kind.capitalize().removesuffix('s')} {cut(id_)}".rstrip()


def of_no_account(_facts: Facts) -> Iterator[Hit]:
    """Find nothing: rules about texts look at the playbook."""
    return iter(())


# Words and sentences ------------------------------------------------------------------


@lru_cache(maxsize=30_000)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, in small letters."""
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(text))


@lru_cache(maxsize=30_000)
def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """Split a text where a sentence ends; each with the offset at which it begins."""
    found, start = [], len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        found.append((start, text[start : match.start()]))
        start = match.end()
    return (*((at, part) for at, part in found if part), *([(start, text[start:])] if text[start:].strip() else []))


def runs(text: Text, long: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield every run of so many words, with the offset of its first; in a body none reaches over a quotation."""
    pieces = [(0, len(text.value))]
    if text.laid:
        cuts = [match.span() for match in _QUOTED.finditer(text.value)]
        pieces = [*zip([0, *(end for _, end in cuts)], [*(at for at, _ in cuts), len(text.value)], strict=True)]
    for begin, end in pieces if not text.said else ():
        found = [*_WORD.finditer(text.value, begin, end)]
        said = tuple(word[0].lower().replace("’", "'") for word in found)
        for at in range(len(said) - long + 1):
            yield found[at].start(), said[at : at + long]


# Bodies -------------------------------------------------------------------------------


def passages(body: str, place: Place, subject: str) -> Iterator[Text]:
    """Yield the paragraphs, items and cells of a body that begins at a place."""
    block: list[str] = []
    fence, part, first, deeper = "", "", 0, False
    for number, line in enumerate([*body.split("\n"), ""]):
        opens = not fence and line.startswith(("```", "~~~"))
        table = not fence and line.lstrip().startswith("|")
        heading = not fence and line.startswith("#")
        item = not fence and bool(_ITEM.match(line))
        if block and (not line.strip(" >") or opens or table or heading or item or deeper):
            yield Text("\n".join(block), place._replace(line=place.line + first, column=1), subject, part, laid=True)
            block = []
        if fence or opens:
            fence = _fence(fence, line)
        elif table:
            yield from _cells(line, place._replace(line=place.line + number, column=1), subject, part)
        elif line.strip(" >"):
            if line.startswith("## "):
                part = heading_id(bare_heading(line[3:]))
                continue
            first = first if block else number
            deeper = heading
            block.append(plain(line))


def _fence(fence: str, line: str) -> str:
    """Return the mark that will close the code block; empty behind its last line."""
    if fence:
        return "" if line.rstrip() == fence else fence
    return line[: len(line) - len(line.lstrip(line[0]))]


def _cells(line: str, place: Place, subject: str, part: str) -> Iterator[Text]:
    if _RULE_OF_TABLE.fullmatch(line):
        return
    bare = plain(line)
    marks = [match.start() for match in re.finditer(r"\|", bare)]
    for begin, end in zip(marks, [*marks[1:], len(bare)], strict=True):
        cell = bare[begin + 1 : end]
        if cell.strip():
            at = begin + 1 + len(cell) - len(cell.lstrip())
            yield Text(cell.strip(), place._replace(column=at + 1), subject, part, laid=True, cell=True)


def plain(line: str) -> str:
    """Return a line of Markdown with spaces for its signs and addresses; code becomes one word."""
    line = _CODE.sub(lambda match: f"{re.sub(r'[^0-9A-Za-z]', '_', match[0][:-1])} ", line)
    line = _LINK.sub(lambda match: f"{_blank(match[1])}{match[2]}{_blank(match[3])}", line)
    before = _ITEM.match(line) or _BEFORE.match(line)
    line = f"{_blank(before[0])}{line[before.end() :]}" if before else line
    return _SPECIAL.sub(lambda match: _blank(match[0]), line)


def _blank(found: re.Match[str] | str) -> str:
    return " " * len(found if isinstance(found, str) else found[0])


# The playbook -------------------------------------------------------------------------


def texts(playbook: Playbook) -> tuple[Text, ...]:
    """Return every text that is looked at, in the order of files and lines."""
    return (*_questions(playbook), *_lessons(playbook), *_tools(playbook), *_files(playbook))


_NO_PROSE = frozenset({"id", "competency", "lesson", "tool", "before", "case"})
"""Fields that hold names of records and are no texts."""


def records(playbook: Playbook) -> Iterator[tuple[str, Record]]:
    """Yield every record of `becoming.yml` and `facilitation.yml`, with what it is a part of."""
    files: Mapping[str, Record | None] = {"becoming": playbook.becoming, "facilitation": playbook.facilitation}
    for name, whole in files.items():
        if whole is not None:
            yield from _within(whole, name)


def _within(record: Record, subject: str) -> Iterator[tuple[str, Record]]:
    yield subject, record
    for name in type(record).model_fields:
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Record):
                part = getattr(one, "id", "") if name == "guides" else name
                yield from _within(one, subject if "/" in subject else f"{subject}/{part}")


def _files(playbook: Playbook) -> Iterator[Text]:
    for subject, record in records(playbook):
        for name in type(record).model_fields:
            value = getattr(record, name)
            for at, one in enumerate(value if isinstance(value, tuple) else (value,)):
                if type(one) is str and one and name not in _NO_PROSE:
                    place = record.place_of(name, at) if isinstance(value, tuple) else record.place_of(name)
                    yield Text(one, place, subject, name)


def _questions(playbook: Playbook) -> Iterator[Text]:
    for one in playbook.questions:
        for name in ("ask", "here", "when", "listen_for", "follow_up", "red_flag"):
            asks = name in ("ask", "here", "follow_up")
            if value := getattr(one, name):
                yield Text(value, one.place_of(name), f"questions/{one.id}", name, asks=asks)


def _lessons(playbook: Playbook) -> Iterator[Text]:
    for lesson in playbook.lessons:
        subject = f"lessons/{lesson.id}"
        yield Text(lesson.name, lesson.place_of("name"), subject, "name")
        yield from _listed(lesson, subject, "you_can")
        for check in lesson.checks:
            yield Text(check.question, check.place_of("question"), subject, "checks")
            yield from _options(check, subject)
        yield from _body(lesson, subject)


def _options(check: Check, subject: str) -> Iterator[Text]:
    for option in check.options:
        yield Text(option.text, option.place_of("text"), subject, "checks")
        yield Text(option.feedback, option.place_of("feedback"), subject, "checks")
        if option.reveals:
            yield Text(option.reveals, option.place_of("reveals"), subject, "checks", said=True)


def _tools(playbook: Playbook) -> Iterator[Text]:
    for tool in playbook.tools:
        subject = f"tools/{tool.id}"
        yield Text(tool.name, tool.place_of("name"), subject, "name")
        yield Text(tool.symptom, tool.place_of("symptom"), subject, "symptom", said=True)
        for name in ("when", "when_not", "need"):
            yield from _listed(tool, subject, name)
        yield Text(tool.output, tool.place_of("output"), subject, "output")
        yield from _body(tool, subject)


def _listed(record: Record, subject: str, name: str) -> Iterator[Text]:
    values: Sequence[str] = getattr(record, name)
    for at, value in enumerate(values):
        yield Text(value, record.place_of(name, at), subject, name)


def _body(record: Lesson | Tool, subject: str) -> Iterator[Text]:
    return passages(record.body, record.place_of("body"), subject)


@dataclass(frozen=True)
class Shelf:
    """A playbook with its texts, taken apart once for all rules."""

    playbook: Playbook
    cases: frozenset[str] = frozenset()
    """The ids of the accounts to practise on."""

    @property
    def settings(self) -> RuleSettings:
        """The limits."""
        return self.playbook.method.rules

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that is looked at."""
        return texts(self.playbook)

    @cached_property
    def bodies(self) -> Mapping[str, tuple[Text, ...]]:
        """The passages of each lesson and tool, by its subject."""
        found: dict[str, list[Text]] = {}
        for text in self.texts:
            if text.laid:
                found.setdefault(text.subject, []).append(text)
        return {subject: tuple(own) for subject, own in found.items()}


Judge = Callable[[Shelf], Iterator[Hit]]
