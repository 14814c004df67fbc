"""SAM430 and SAM431: whether what a text of the playbook names is there, and a tag leads to more than it stands at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sam_gen.checks.content_texts import Judge, Shelf, called, of_no_account, records
from sam_gen.checks.finding import Hit, Rule, rule
from sam_gen.checks.sayings import quote
from sam_gen.model.curriculum import Lesson, Tool
from sam_gen.model.method import Severity
from sam_gen.model.place import Place
from sam_gen.model.words import nearest

_LINK = re.compile(r"\]\((/(training/cases|training|tools)/([a-z0-9-]+)/[^)\s]*)\)")
_INSIDE = re.compile(r"\]\(/[^)\s]*\)")
_MADE = frozenset(
    {
        *("becoming", "cards", "cases", "certificate", "competencies", "facilitate", "glossary", "onboarding"),
        *("practice", "provenance"),
    }
)
"""Pages below /training/ that are no lessons."""

lone_tag = rule(
    "SAM430",
    "Tag of one tool alone",
    reads=("tools.tags",),
    why="Whoever looks for it in the chooser finds the tool they came from.",
    remedy="Use a tag that another tool has, or give this one to a second tool. Fits none? Then leave it out.",
    severity=Severity.NOTE,
)(of_no_account)

dead_name = rule(
    "SAM431",
    "Text that names what is not there",
    reads=(
        *("lessons.body", "tools.body", "facilitation.guides.prints.case", "becoming.sample.parts.case"),
        *("facilitation.about", "becoming.about"),
    ),
    why="The link fails the build, or the page shows an id or brackets where somebody wants to go on.",
    remedy="Correct the name. Was it taken out on purpose? Then take out the sentence that leads there.",
)(of_no_account)


def _tags(shelf: Shelf) -> Iterator[Hit]:
    """Look where there is more than one tool: the only one has every tag to itself."""
    tools = shelf.playbook.tools
    used = Counter(tag for tool in tools for tag in set(tool.tags))
    for tool in tools if len(tools) > 1 else ():
        for at, tag in enumerate(tool.tags):
            if used[tag] == 1:
                guess = nearest(tag, sorted(one for one in used if one not in tool.tags))
                near = f"; {quote(guess)} is close to it" if guess else ""
                message = f"{called(f'tools/{tool.id}')} alone has the tag {quote(tag)}{near}."
                yield Hit(message, tool.place_of("tags", at), f"tools/{tool.id}")


def _names(shelf: Shelf) -> Iterator[Hit]:
    yield from _links(shelf)
    yield from _cases(shelf)
    for text in shelf.texts:
        kind = text.subject.partition("/")[0]
        link = _INSIDE.search(text.value) if kind in ("becoming", "facilitation") else None
        if link:
            message = f"{text.name} shows {quote(link[0][1:])} as it is typed: a text here links no page of ours."
            yield Hit(message, text.at(link.start()), text.subject)


def _links(shelf: Shelf) -> Iterator[Hit]:
    """Look through bodies as they were typed: the texts of the shelf have no addresses."""
    lists: Mapping[str, Sequence[Lesson | Tool]] = {"lessons": shelf.playbook.lessons, "tools": shelf.playbook.tools}
    known: Mapping[str, frozenset[str]] = {
        "tools": frozenset(one.id for one in shelf.playbook.tools),
        "training": frozenset(one.id for one in shelf.playbook.lessons) | _MADE,
        "training/cases": shelf.cases,
    }
    for kind, bodies in lists.items():
        for one in bodies:
            start = one.place_of("body")
            for number, line in enumerate(one.body.split("\n")):
                for link in _LINK.finditer(line):
                    if link[3] not in known[link[2]]:
                        message = f"{called(f'{kind}/{one.id}')} links {link[1]}, which is not there."
                        place = Place(start.file, start.line + number, link.start(1) + 1)
                        yield Hit(message, place, f"{kind}/{one.id}")


def _cases(shelf: Shelf) -> Iterator[Hit]:
    for subject, record in records(shelf.playbook):
        case = getattr(record, "case", None)
        if isinstance(case, str) and case not in shelf.cases:
            guess = nearest(case, sorted(shelf.cases))
            near = f"; {quote(guess)} is close to it" if guess else ""
            message = f"{called(subject)} names the case {quote(case)}, which is not there{near}."
            yield Hit(message, record.place_of("case"), subject)


NAMES: Mapping[Rule, Judge] = {lone_tag: _tags, dead_name: _names}
