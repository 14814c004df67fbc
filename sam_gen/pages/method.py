"""`/method/…`: every model of the playbook as a page, and how the figures are worked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sam_gen.model.method import Continuum, Criterion, CriterionSide, Dimension, Severity, Stage
from sam_gen.model.playbook import Method, Playbook
from sam_gen.model.project import Project
from sam_gen.model.review import MARKS
from sam_gen.model.scalars import Line
from sam_gen.pages import continuum_method, method_attention, method_coaching, method_opportunities, method_standing
from sam_gen.pages.competencies import model_context
from sam_gen.pages.limits import evidence, grid, grid_points, people, roles, windows
from sam_gen.pages.parts import frame
from sam_gen.pages.questions import bank
from sam_gen.pages.tables import Cell, Column, Row, Table, columns
from sam_gen.pages.words import count
from sam_gen.render.page import Page


@dataclass(frozen=True)
class Part:
    """One page of the method."""

    path: str
    """Its place below the method, which is also the name of its template."""
    name: str
    question: str
    """The question that sends somebody to it."""
    size: str
    """What it holds, counted."""

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"method/{self.path}/"


def method_pages(project: Project) -> tuple[Page, ...]:
    """Build the index, a page for each model, and the page on figures."""
    playbook = project.playbook
    contexts: dict[str, dict[str, object]] = {
        "continuum": _continuum(playbook.method),
        "competencies": model_context(project),
        "questions": bank(playbook),
        "selection": _selection(playbook.method),
        "health": method_standing.health(playbook.method),
        "hygiene": method_standing.hygiene(playbook),
        "priorities": method_opportunities.priorities(playbook),
        "white-space": method_opportunities.white_space(playbook),
        "risks": _risks(playbook.method),
        "signals": _signals(playbook.method),
        "rules": _rules(playbook),
        "people": people(playbook.method.people),
        "evidence": evidence(playbook.method.evidence),
        "windows": windows(playbook.method.windows),
        "attention": method_attention.attention(playbook),
        "review": _review(playbook.method),
        "coaching": method_coaching.coaching(playbook),
        "figures": _figures(playbook),
    }
    parts = _parts(playbook, contexts)
    top = frame(project, ())
    below = frame(project, (("Method", "method/"),))
    index = Page("method/", "Method", "method/index.md", {"frame": top, "parts": parts}, nav=("Method",))
    pages = (
        Page(
            path=part.address,
            title=part.name,
            template=f"method/{part.path}.md",
            context={"frame": below, **contexts[part.path]},
            nav=("Method", part.name),
        )
        for part in parts
    )
    return (index, *pages)


def _held(context: Mapping[str, object], **tables: str) -> str:
    """Count the rows of the tables of a page, each by its noun: one/many."""
    counted = ((context[name], *noun.partition("/")) for name, noun in tables.items())
    return ", ".join(count(len(table.rows), one, many) for table, one, _, many in counted if isinstance(table, Table))


def _parts(playbook: Playbook, contexts: Mapping[str, Mapping[str, object]]) -> tuple[Part, ...]:
    method = playbook.method
    return (
        Part(
            "continuum",
            "Continuum",
            "Where do we stand with a client, and what would show more?",
            f"{count(len(method.continuum.stages), 'stage')}, {count(len(method.continuum.dimensions), 'dimension')}",
        ),
        Part(
            "competencies",
            "Competencies",
            "What should somebody who leads an account be able to do?",
            count(len(method.competencies.competencies), "competency", "competencies"),
        ),
        Part(
            "questions",
            "Questions",
            "What could a leader ask in a talk about an account?",
            count(len(playbook.questions), "question"),
        ),
        Part(
            "selection",
            "Selection",
            "Which clients get this care, and which do not?",
            count(len(method.selection.criteria), "criterion", "criteria"),
        ),
        Part("health", "Health", "How does the client feel about us?", count(len(method.health.measures), "measure")),
        Part("hygiene", "Hygiene", "How well do we keep the plan?", count(len(method.hygiene.measures), "part")),
        Part(
            "priorities",
            "Priorities",
            "Which opportunity gets people now?",
            count(len(method.priorities.questions), "question"),
        ),
        Part(
            "white-space",
            "White space",
            "How much of what they buy is ours, and how much do we know of it?",
            count(len(playbook.offerings), "offering"),
        ),
        Part("risks", "Risks", "What goes wrong again and again?", count(len(method.risks.patterns), "pattern")),
        Part("signals", "Signals", "Is the relationship moving?", count(len(method.signals.signals), "signal")),
        Part(
            "rules",
            "Rules",
            "How loudly does each check speak?",
            f"{count(len(method.rules.rules), 'rule')} set apart",
        ),
        Part(
            "people",
            "People",
            "Who counts, who would be missed, who can introduce us?",
            _held(contexts["people"], table="limit", losses="loss/losses"),
        ),
        Part(
            "evidence",
            "Evidence",
            "How far does an old claim still count?",
            _held(contexts["evidence"], starts="basis/bases", lasts="kind of claim/kinds of claim"),
        ),
        Part(
            "attention",
            "Attention",
            "What comes first of all that is found?",
            f"{count(len(method.attention.rules), 'rule')} weighed",
        ),
        Part(
            "review",
            "Plan review",
            "Would this plan hold?",
            count(len(method.review.rubric), "criterion", "criteria"),
        ),
        Part(
            "coaching",
            "Coaching",
            "What is this talk about, and with whom comes the next?",
            f"{count(len(method.coaching.focus), 'focus', 'kinds of focus')}",
        ),
        Part(
            "windows",
            "Windows",
            "When is something old, and when is it near?",
            _held(contexts["windows"], back="window back/windows back", ahead="ahead/ahead"),
        ),
        Part("figures", "Figures", "How is this number worked out?", "people, talks, days"),
    )


# Models ------------------------------------------------------------------------------------------


def _plain(*texts: Line | None) -> tuple[Cell, ...]:
    return tuple(Cell(text) if text else Cell("not written yet", tone="grey") for text in texts)


def _continuum(method: Method) -> dict[str, object]:
    model = method.continuum
    rows = tuple(
        Row(
            (Cell(f"{at} {stage.name}"), *_plain(stage.looks_like, stage.contact), _next(stage, model)),
            f"stage-{stage.id}",
        )
        for at, stage in enumerate(model.stages)
    )
    heads = columns("Stage", "What one would see", "Contact between the two", "What opens the next")
    return {
        "about": model.about,
        "stages": Table("Stages", heads, rows),
        "dimensions": _dimensions(model.stages, model.dimensions),
        "indicators": continuum_method.indicators(model),
        "steps": continuum_method.steps(method),
        "signs_heading": continuum_method.heading(model),
    }


def _next(stage: Stage, model: Continuum) -> Cell:
    if stage.next is None and stage is model.stages[-1]:
        return Cell("no stage above it", tone="grey")
    return _plain(stage.next)[0]


def _dimensions(stages: Sequence[Stage], dimensions: Sequence[Dimension]) -> Table:
    """Show every dimension by stage; a stage of which no dimension says anything has no column."""
    written = {level.stage.rpartition("/")[2] for one in dimensions for level in one.levels}
    shown = [(at, stage) for at, stage in enumerate(stages) if stage.id in written]
    heads = (Column("Dimension"), *(Column(f"{at} {stage.name}") for at, stage in shown))
    rows = tuple(
        Row(
            (Cell(one.name, second=one.asks), *_levels([stage for _, stage in shown], one)),
            f"dimension-{one.id}",
        )
        for one in dimensions
    )
    return Table("Dimensions by stage", heads, rows, wide=True)


def _levels(stages: Sequence[Stage], one: Dimension) -> tuple[Cell, ...]:
    looks = {level.stage.rpartition("/")[2]: level.looks_like for level in one.levels}
    return tuple(
        Cell(looks[stage.id]) if stage.id in looks else Cell("not written yet", tone="grey") for stage in stages
    )


def _weight(weight: int) -> Cell:
    return Cell(f"{weight} %")


def _selection(method: Method) -> dict[str, object]:
    model = method.selection
    return {
        "about": model.about,
        "attractiveness": _criteria("How attractive they are", model.criteria, CriterionSide.ATTRACTIVENESS),
        "strength": _criteria("How strong they say we are", model.criteria, CriterionSide.STRENGTH),
        "gates": model.gates,
        "high_from": str(model.high_from),
        "fields": Table(
            "Fields of the matrix",
            columns("Field", "How attractive", "How strong", "What an account in it gets"),
            tuple(
                Row((Cell(one.name), Cell(one.attractiveness.value), Cell(one.strength.value), *_plain(one.gets)))
                for one in model.fields
            ),
        ),
    }


def _criteria(label: str, criteria: Sequence[Criterion], side: CriterionSide) -> Table:
    rows = tuple(
        Row((Cell(one.name), _weight(one.weight), *_plain(one.low, one.high)), f"criterion-{one.id}")
        for one in criteria
        if one.side is side
    )
    return Table(label, columns("Criterion", ">Weight", "Earns 0", "Earns 10"), rows)


def _risks(method: Method) -> dict[str, object]:
    rows = tuple(
        Row((Cell(one.name), *_plain(one.cause, one.first_sign, one.response)), f"risk-{one.id}")
        for one in method.risks.patterns
    )
    heads = columns("Pattern", "What brings it about", "What one sees first", "What has helped")
    return {
        "about": method.risks.about,
        "table": Table("Patterns of risk", heads, rows),
        "grid": grid(method.grid),
        "points": grid_points(method.grid),
    }


def _signals(method: Method) -> dict[str, object]:
    rows = tuple(
        Row((Cell(one.name), *_plain(one.looks_like, one.may_mean, one.ask)), f"signal-{one.id}")
        for one in method.signals.signals
    )
    heads = columns("Signal", "What one sees or hears", "What it may mean", "Ask within a week")
    return {"about": method.signals.about, "table": Table("Signals", heads, rows)}


def _review(method: Method) -> dict[str, object]:
    rows = tuple(
        Row((Cell(one.name, second=one.asks), *_plain(*one.anchors)), f"review-{one.id}")
        for one in method.review.rubric
    )
    heads = columns("Criterion", *map(str, MARKS))
    return {"about": method.review.about, "table": Table("What a plan is judged by", heads, rows)}


def _rules(playbook: Playbook) -> dict[str, object]:
    tiers = playbook.settings.tiers
    rows = []
    for setting in playbook.method.rules.rules:
        usual = setting.severity or Severity.WARNING
        by_tier = {one.tier.rpartition("/")[2]: one.severity for one in setting.tiers}
        first = {tiers[0].id: setting.first_tier} if setting.first_tier else {}
        cells = (_severity({**first, **by_tier}.get(tier.id, usual)) for tier in tiers)
        rows.append(Row((Cell(setting.code), _severity(usual), *cells), f"rule-{setting.code.lower()}"))
    heads = columns("Rule", "Usually", *(tier.name for tier in tiers))
    return {"about": playbook.method.rules.about, "table": Table("Severity by tier", heads, tuple(rows))}


def _severity(value: Severity) -> Cell:
    return Cell(value.value, tone={Severity.ERROR: "red", Severity.WARNING: "ochre"}.get(value, "grey"))


# Figures -----------------------------------------------------------------------------------------


def _figures(playbook: Playbook) -> dict[str, object]:
    tiers = playbook.settings.tiers
    model = playbook.method.people
    rows = tuple(
        Row((Cell(tier.name), *_freshness(tier.contact_lasts, model.talk_late_from)), f"tier-{tier.id}")
        for tier in tiers
    )
    return {
        "least": tiers[-1].name,
        "roles": roles(model.key_roles),
        "late_from": f"{model.talk_late_from} %",
        "tiers": Table("How long a talk counts", columns("Tier", "Fresh", "Late", "Stale"), rows),
    }


def _freshness(lasts: int, late_from: int) -> tuple[Cell, ...]:
    """Return the days of each word: the first part of the time is fresh, the last day is stale already."""
    fresh = lasts * late_from // 100
    first, last = fresh + 1, lasts - 1
    late = "no day" if first > last else f"{first} d" if first == last else f"{first} to {last} d"
    return Cell(f"up to {min(fresh, last)} d"), Cell(late), Cell(f"from {lasts} d on")
