"""`/tools/`: from what one notices, the stage, the time and the people at hand to the tool that helps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sam_gen.model.curriculum import GroupSize, Occasion, Tool
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.parts import frame
from sam_gen.pages.tables import Link
from sam_gen.pages.words import capital, count, listed
from sam_gen.render.page import Page

HOME = "tools/"

OCCASIONS: Mapping[Occasion | None, str] = {
    Occasion.MEETING: "I meet them soon",
    Occasion.LATE_NEWS: "We hear of things too late",
    Occasion.STANDING: "Where do we stand with them?",
    Occasion.ONE_PERSON: "Too much hangs on one of them",
    Occasion.STUCK: "Nobody moves, there or here",
    Occasion.CHOICE: "There is more than we can do",
    Occasion.WORTH: "What does it bring, and whom?",
    Occasion.OWNERSHIP: "It is my plan, and nobody else’s",
    Occasion.TROUBLE: "Something went wrong, or changes hands",
    None: "Anything else",
}
"""What stands above the tools of an occasion, in the order of the page."""

SIZES: Mapping[GroupSize, str] = {
    GroupSize.ALONE: "Alone",
    GroupSize.PAIR: "As a pair",
    GroupSize.GROUP: "As a group",
}
"""What a size of group is called."""

_PEOPLE = {GroupSize.ALONE: "1", GroupSize.PAIR: "2", GroupSize.GROUP: "3+"}
"""Sizes as numbers of people, where there is room for no more."""


@dataclass(frozen=True)
class SymptomRow:
    """What somebody says, and the tool that helps."""

    symptom: str
    name: str
    address: str


@dataclass(frozen=True)
class OccasionRow:
    """The tools for one thing that one notices."""

    id: str
    """Letters alone: what a template prints is escaped, and an id may not be."""
    name: str
    rows: tuple[SymptomRow, ...]


@dataclass(frozen=True)
class SheetRow:
    """One tool in the table of all: each number of minutes leads to its form."""

    name: str
    address: str
    forms: tuple[Link, ...]
    sizes: str
    stages: str
    output: str


@dataclass(frozen=True)
class NameRow:
    """A word and the tools that go with it."""

    name: str
    tools: tuple[Link, ...]


def tool_address(tool: Tool) -> str:
    """Return the address of a tool."""
    return f"{HOME}{tool.id}/"


def said(symptom: str) -> str:
    """Put somebody's words into quotation marks, whether or not the file has them."""
    words = symptom.strip('“”"')
    return f"“{words}”"


def chooser_page(project: Project) -> Page:
    """Build the page that leads to the tool that helps, from four sides."""
    playbook = project.playbook
    return Page(
        path=HOME,
        title="Tools",
        template="tools/index.md",
        context={
            "frame": frame(project, ()),
            "lede": _lede(len(playbook.tools)),
            "occasions": _occasions(playbook.tools),
            "sheet": tuple(_sheet_row(tool, playbook) for tool in playbook.tools),
            "stages": _stages(playbook),
            "times": _times(playbook.tools),
            "sizes": _sizes(playbook.tools),
            "tags": _tags(playbook.tools),
        },
        wide=False,
        nav=("Tools",),
    )


def _lede(tools: int) -> str:
    if not tools:
        return "No tool yet."
    return f"{capital(count(tools, 'tool'))},{' each' if tools > 1 else ''} in three forms."


def _ways(tools: Iterable[Tool]) -> tuple[Link, ...]:
    return tuple(Link(tool.name, tool_address(tool)) for tool in tools)


def _occasions(tools: Sequence[Tool]) -> tuple[OccasionRow, ...]:
    rows = (
        OccasionRow(f"on{(occasion or 'anything').replace('_', '')}", name, _symptoms(tools, occasion))
        for occasion, name in OCCASIONS.items()
    )
    return tuple(row for row in rows if row.rows)


def _symptoms(tools: Sequence[Tool], occasion: Occasion | None) -> tuple[SymptomRow, ...]:
    rows = (
        SymptomRow(said(tool.symptom), tool.name, tool_address(tool)) for tool in tools if tool.occasion == occasion
    )
    return tuple(sorted(rows, key=lambda row: row.symptom.casefold()))


def _sheet_row(tool: Tool, playbook: Playbook) -> SheetRow:
    home = tool_address(tool)
    anchors = ("#five-minutes", "#thirty-minutes", "#workshop")
    return SheetRow(
        name=tool.name,
        address=home,
        forms=tuple(Link(str(time), home + anchor) for time, anchor in zip(tool.minutes, anchors, strict=True)),
        sizes=" · ".join(_PEOPLE[size] for size in SIZES if size in tool.group),
        stages=stages_words(tool, playbook),
        output=tool.output,
    )


def sizes_words(tool: Tool) -> str:
    """Say with how many a tool gives most: “alone or as a group”; empty where its file does not."""
    names = [name.lower() for size, name in SIZES.items() if size in tool.group]
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def stages_words(tool: Tool, playbook: Playbook) -> str:
    """Say for which stages a tool is: “Basic and Cooperative”, “Basic to Interdependent”, “every stage”."""
    stages = playbook.method.continuum.stages
    at = [place for place, stage in enumerate(stages) if stage.id in _ids(tool)]
    names = [stages[place].name for place in at]
    if len(at) > 2 and at[-1] - at[0] == len(at) - 1:
        return f"{names[0]} to {names[-1]}"
    return listed(names) or "every stage"


def _stages(playbook: Playbook) -> tuple[NameRow, ...]:
    """Sort by stage; empty where no tool names any, as then every tool is for all of them."""
    if not any(tool.stages for tool in playbook.tools):
        return ()
    rows = [
        NameRow(stage.name, _ways(tool for tool in playbook.tools if stage.id in _ids(tool)))
        for stage in playbook.method.continuum.stages
    ]
    rows.append(NameRow("Every stage", _ways(tool for tool in playbook.tools if not tool.stages)))
    return tuple(row for row in rows if row.tools)


def _ids(tool: Tool) -> set[str]:
    return {key_of(reference) for reference in tool.stages}


def _times(tools: Sequence[Tool]) -> tuple[NameRow, ...]:
    """Sort by the length of the workshop: the short forms take the same everywhere or nearly so."""
    lengths = sorted({tool.minutes[-1] for tool in tools})
    return tuple(NameRow(f"{length} minutes", _ways(t for t in tools if t.minutes[-1] == length)) for length in lengths)


def _sizes(tools: Sequence[Tool]) -> tuple[NameRow, ...]:
    rows = (NameRow(name, _ways(tool for tool in tools if size in tool.group)) for size, name in SIZES.items())
    return tuple(row for row in rows if row.tools)


def _tags(tools: Sequence[Tool]) -> tuple[NameRow, ...]:
    tags = sorted({tag for tool in tools for tag in tool.tags})
    return tuple(NameRow(tag, _ways(tool for tool in tools if tag in tool.tags)) for tag in tags)
