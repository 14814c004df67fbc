"""SAM426 to SAM429: whether a tool leads to something, and a gate asks for what was taught."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sam_gen.checks.content_texts import Judge, Shelf, called, of_no_account, words
from sam_gen.checks.finding import Hit, Rule, rule
from sam_gen.checks.sayings import quote
from sam_gen.model.account import Account
from sam_gen.model.curriculum import TOOL_HEADINGS, Tool, heading_id, sections
from sam_gen.model.onboarding import RolePath
from sam_gen.model.place import Place
from sam_gen.model.scalars import Word, key_of
from sam_gen.reading.shape import Shape, shape_of

FORMS = tuple(heading_id(heading) for heading in TOOL_HEADINGS[:3])
"""The five-minute form, the thirty-minute form and the workshop."""
COMES_OUT = heading_id(TOOL_HEADINGS[3])

_LEAST = 2
"""Cases in which a tool is left alone: one is seldom the whole truth."""
_CLOSING = 2
"""Paragraphs at the end of a form of which one says what is left of it."""
_CODE = re.compile(r"`([^`\n]+)`")
_FIELD = re.compile(r"[a-z][a-z_]*(?:\.[a-z][a-z_]*)*")
_DATED = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|date|dates|dated|day|days|today|tomorrow|tonight|week|weeks|month"
    r"|months|quarter|calendar|deadline)\b|\b\d{1,2} [A-Z][a-z]+|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)

loose_form = rule(
    "SAM426",
    "Form of a tool that leads nowhere",
    reads=("tools.body",),
    why="The talk was good and a week later nobody can say what came of it.",
    remedy="End it with a line for the file or a day in a calendar. Is it a decision? Say where that is noted.",
)(of_no_account)

no_instead = rule(
    "SAM427",
    "Tool without what to use instead",
    reads=("tools.when_not",),
    why="Somebody uses it where it does harm, because nothing else was named.",
    remedy="Name two cases in which to leave it, and in one of them the better tool. "
    "Is there none? Say what to wait for.",
)(of_no_account)

unknown_field = rule(
    "SAM428",
    "Tool whose result has no field",
    reads=("tools.body", "tools.output"),
    why="What comes out has no place in the file, so it stays on the sheet.",
    remedy="Name under What comes out the field it goes to, in `backticks`. Has it none? Then leave the result out.",
)(of_no_account)

early_gate = rule(
    "SAM429",
    "Gate asks before it was taught",
    reads=("onboarding.paths.stretches.gate.questions.lesson", "onboarding.paths.stretches.lessons"),
    why="A joiner fails by the order of the path and takes it for their own fault.",
    remedy="Put the lesson into this stretch or an earlier one. Is the question for later? Move it to that gate.",
)(of_no_account)


def _forms(shelf: Shelf) -> Iterator[Hit]:
    for tool in shelf.playbook.tools:
        parts = sections(tool.body, TOOL_HEADINGS)
        for heading, form in zip(TOOL_HEADINGS, FORMS, strict=False):
            text = "\n\n".join(parts.get(form, "").split("\n\n")[-_CLOSING:])
            if not ("```" in text or any(_known(name) for name in _fields(text)) or _DATED.search(text)):
                message = f"{_name(tool)} ends in neither field nor day under {quote(heading)}."
                yield Hit(message, _at(shelf, tool, form), _subject(tool))


def _instead(shelf: Shelf) -> Iterator[Hit]:
    names = {words(tool.name): tool.id for tool in shelf.playbook.tools}
    for tool in shelf.playbook.tools:
        place = tool.place_of("when_not")
        if len(tool.when_not) < _LEAST:
            cases = "one case" if tool.when_not else "no case"
            yield Hit(f"{_name(tool)} names {cases} in which to leave it, not two.", place, _subject(tool))
        elif not any(id_ != tool.id and _says(case, name) for case in tool.when_not for name, id_ in names.items()):
            yield Hit(f"{_name(tool)} names no other tool to use instead.", place, _subject(tool))


def _says(text: str, name: tuple[str, ...]) -> bool:
    return f" {' '.join(name)} " in f" {' '.join(words(text))} "


def _outputs(shelf: Shelf) -> Iterator[Hit]:
    for tool in shelf.playbook.tools:
        text = f"{tool.output}\n{sections(tool.body, TOOL_HEADINGS).get(COMES_OUT, '')}"
        named = [name for name in _fields(text) if _FIELD.fullmatch(name)]
        fields = [name for name in named if _known(name)]
        wrong = [name for name in named if name not in fields and name not in _values()]
        place = _at(shelf, tool, COMES_OUT)
        if wrong:
            yield Hit(f"{_name(tool)} says {quote(wrong[0])}, which is no field.", place, _subject(tool))
        elif not fields:
            yield Hit(f"{_name(tool)} names no field that its result goes to.", place, _subject(tool))


def _fields(text: str) -> list[str]:
    return [match.strip().rstrip(":") for match in _CODE.findall(text)]


def _known(name: str) -> bool:
    return all(part in _keys() for part in name.split("."))


@cache
def _keys() -> frozenset[str]:
    """Return the names of all fields an account may have, at any depth."""
    found: set[str] = set()
    seen: set[type] = set()

    def walk(shape: Shape) -> None:
        if shape.record not in seen:
            seen.add(shape.record)
            found.update(shape.keys)
            for inner in shape.records.values():
                walk(inner)

    walk(shape_of(Account))
    return frozenset(found)


@cache
def _values() -> frozenset[str]:
    """Return the words that fields know."""
    found, ahead = {"yes", "no"}, [Word]
    while ahead:
        kind = ahead.pop()
        ahead += kind.__subclasses__()
        found.update(one.value for one in kind)
    return frozenset(found)


def _gates(shelf: Shelf) -> Iterator[Hit]:
    for path in shelf.playbook.onboarding.paths if shelf.playbook.onboarding else ():
        yield from _path(path)


def _path(path: RolePath) -> Iterator[Hit]:
    taught: set[str] = set()
    for stretch in path.stretches:
        taught |= {key_of(lesson) for lesson in stretch.lessons}
        for question in stretch.gate.questions if stretch.gate else ():
            lesson = key_of(question.lesson)
            if lesson not in taught:
                message = (
                    f"Gate of day {stretch.day} for {path.name} asks what {quote(lesson)} teaches, which comes later."
                )
                yield Hit(message, question.place_of("lesson"), f"paths/{path.id}")


# Parts -------------------------------------------------------------------------------


def _name(tool: Tool) -> str:
    return called(_subject(tool))


def _subject(tool: Tool) -> str:
    return f"tools/{tool.id}"


def _at(shelf: Shelf, tool: Tool, part: str) -> Place:
    texts = shelf.bodies.get(_subject(tool), ())
    return next((text.at(0) for text in texts if text.part == part), tool.place)


TOOLS: Mapping[Rule, Judge] = {
    loose_form: _forms,
    no_instead: _instead,
    unknown_field: _outputs,
    early_gate: _gates,
}
