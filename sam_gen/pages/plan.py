"""`/accounts/<id>/plan/`: the plan in its order, from their business to the review of our own work."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.assess.plan import (
    Dated,
    DatedKind,
    Response,
    Track,
    Tracked,
    Weighed,
    open_objectives,
    open_risks,
    ranked,
    response,
    roadmap,
    tracked,
    validations,
)
from sam_gen.assess.reviews import rhythms
from sam_gen.draw.track import tag
from sam_gen.draw.track import track as track_mark
from sam_gen.model.account import Account
from sam_gen.model.care import ReviewKind, Validation
from sam_gen.model.plan import Initiative, Likelihood, Measure, Objective, Opportunity, OpportunityKind
from sam_gen.model.project import Project
from sam_gen.pages import findings
from sam_gen.pages.blocks import Block, Entry, Sight, figure, owner_cell, tally
from sam_gen.pages.parts import Marked, address, basis
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import amount, capital, count, listed, number
from sam_gen.render.page import Page

PATH = "plan/"
DRAFT = "Internal draft: nobody at the client has gone through it."

KIND = {
    OpportunityKind.IMPROVE_CLIENT: "makes their business better",
    OpportunityKind.EXPAND: "more of what we do",
    OpportunityKind.RENEW: "renewal",
    OpportunityKind.DEFEND: "defence",
    OpportunityKind.INNOVATE: "something new",
}
REVIEW = {
    ReviewKind.TEAM: "Team talk",
    ReviewKind.PLAN: "Plan review",
    ReviewKind.QBR: "Business review with the client",
    ReviewKind.EXECUTIVE: "Executive review",
}
LIKELIHOOD = {Likelihood.HIGH: "Likely", Likelihood.MEDIUM: "Possible", Likelihood.LOW: "Unlikely"}
IMPACT = {Likelihood.LOW: "Small effect", Likelihood.MEDIUM: "Medium effect", Likelihood.HIGH: "Large effect"}
ASKS = {Response.ACT: "Act now", Response.PREPARE: "Plan an answer", Response.WATCH: "Watch"}
_TRACK = {
    Track.ON: "on track",
    Track.OFF: "off track",
    Track.NOT_MEASURED: "not measured",
    Track.NOT_DUE: "nothing due yet",
    Track.NO_BENCHMARK: "no dated benchmark",
}
_DATED = {
    DatedKind.ACTION: "next step",
    DatedKind.PROMISE: "promise",
    DatedKind.OBJECTIVE: "objective",
    DatedKind.INITIATIVE: "their initiative",
    DatedKind.BENCHMARK: "benchmark",
    DatedKind.OPPORTUNITY: "to prove",
    DatedKind.RISK: "answer to a risk",
    DatedKind.MEETING: "meeting",
    DatedKind.REVIEW: "review",
    DatedKind.CONTRACT: "contract with us ends",
}


@dataclass(frozen=True)
class Field:
    """One field of the risk grid."""

    word: str
    asks: str
    """act, prepare or watch: the class that colours the field."""
    tags: str


@dataclass(frozen=True)
class GridRow:
    """One row of the risk grid."""

    name: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Quarter:
    """What falls into one quarter."""

    name: str
    tone: str
    rows: tuple[tuple[str, str, str, str], ...]
    """Day, what, what sort of thing, who."""


def plan_page(project: Project, account: Account) -> Page:
    """Build the plan of one account."""
    sight = Sight.of(project, account)
    risks = open_risks(account, project.as_of)
    return Page(
        path=f"{address(project, account)}{PATH}",
        title=f"{account.name}: plan",
        template="account/plan.md",
        context={
            **sight.page("Plan"),
            "lede": _lede(sight),
            "business": _business(sight),
            "opportunities": _opportunities(sight),
            "objectives": _objectives(sight),
            "measures": _measures(sight),
            "objectives_foot": Block("", sight.source("objectives")),
            "roadmap": _roadmap(sight),
            "quarters": _quarters(sight),
            "team": _team(sight),
            "risks": _risks(sight, risks),
            "grid": _grid(risks) if any(one.asks for one in risks) else (),
            "effects": tuple(IMPACT.values()),
            "review": _review(sight),
        },
    )


def _lede(sight: Sight) -> str:
    span, done = sight.account.timeframe, validations(sight.account, sight.as_of)
    end = "No timeframe yet: until when does this plan count?"
    if span:
        end = f"{capital(findings.plan_end(sight.day(span.end), (span.end - sight.as_of).days))}."
    return f"{end} {_validated(sight, done[0]) if done else DRAFT}"


def _validated(sight: Sight, last: Validation) -> str:
    who = sight.names.their(last.who)
    gone = ", who has left," if sight.names.left(last.who) else ""
    changed = f"changed {count(len(last.changed), 'thing')}" if last.changed else "agreed to all of it"
    return f"{who}{gone} went through it {_ago(sight, last.date)} and {changed}."


def _ago(sight: Sight, date: datetime.date) -> str:
    days = (sight.as_of - date).days
    return f"on {sight.day(date)}, {days} d ago," if days else "today"


# 1 Their business -----------------------------------------------------------------


def _business(sight: Sight) -> Block:
    account = sight.account
    initiatives = account.initiatives
    served = {(one.for_ or "").rpartition("/")[2] for one in account.objectives}
    bare = sum(one.key not in served for one in initiatives)
    return Block(
        heading=f"1 Their business: {findings.wants(len(initiatives), bare).partition(': ')[2]}",
        source=sight.source("initiatives" if initiatives else "business"),
        prose=(account.business.summary or "") if account.business else "",
        table=Table(
            "Their initiatives",
            columns("Their initiative", "Owner", "How we know", "So what"),
            tuple(_initiative(sight, one) for one in initiatives),
        ),
        empty="" if initiatives else "Ask who decides: what must have changed by the end of next year, and why?",
    )


def _initiative(sight: Sight, one: Initiative) -> Row:
    owner, mark = sight.names.their(one.owner), basis(one.basis)
    due = sight.due(one.due) if one.due else ""
    said = ", ".join(part for part in (sight.names.their(one.who), one.as_of and sight.day(one.as_of)) if part)
    return Row((
        Cell(one.name, prose=one.why or ""),
        Cell(owner or "no owner known: ask", second=due, tone="" if owner else "ochre"),
        Cell(mark.word, mark=mark.mark, second=said),
        Cell(one.so_what or "not known yet: what follows for us?", tone="" if one.so_what else "ochre"),
    ))  # fmt: skip


# 2 Opportunities and objectives ---------------------------------------------------


def _opportunities(sight: Sight) -> Block:
    rows = ranked(sight.account)
    classes = [one.class_.value if one.class_ else "" for _, one in rows]
    said = [f"{number(classes.count(letter))} {letter}" for letter in "ABC" if letter in classes]
    said += [f"{number(classes.count(''))} not judged yet"] if "" in classes else []
    return Block(
        heading=f"2 Opportunities: {', '.join(said) or 'none named yet'}",
        source=sight.source("opportunities"),
        lead="A has our people now, B has one thing to prove first, C waits." if rows else "",
        table=Table(
            "Opportunities",
            columns("Opportunity", "Good for them", ">Worth to us a year", "Who, theirs and ours", "Next to prove"),
            tuple(_opportunity(sight, mark, one) for mark, one in rows),
        ),
        empty="" if rows else "What would make one of their initiatives easier, and who over there would want it?",
    )


def _opportunity(sight: Sight, mark: str, one: Opportunity) -> Row:
    names = sight.names
    klass = f"class {one.class_.value}" if one.class_ else "class not judged yet"
    serves = sight.initiative(one.for_)
    detail = [klass, KIND[one.kind] if one.kind else "", f"for {serves}" if serves else "", _where(sight, one)]
    sponsor, owner = names.their(one.sponsor), names.full(one.owner)
    return Row((
        Cell(one.name, mark=tag(mark), second=" · ".join(part for part in detail if part), prose=one.why or ""),
        Cell(one.client_gets or _ask_gain(sight, one.sponsor, one.for_), tone="" if one.client_gets else "ochre"),
        Cell(amount(one.worth, sight.currency)) if one.worth is not None else Cell("not known yet", tone="grey"),
        Cell(sponsor or "nobody of theirs", second=owner or "nobody of ours", tone="" if sponsor else "ochre"),
        Cell(
            one.prove or "not written: what is the one thing to find out?",
            second=sight.due(one.due),
            tone="red" if sight.late(one.due) else "" if one.prove else "ochre",
        ),
    ))  # fmt: skip


def _where(sight: Sight, one: Opportunity) -> str:
    unit, offering = (one.unit or "").rpartition("/")[2], (one.offering or "").rpartition("/")[2]
    names = [record.name for record in sight.account.units if record.key == unit]
    names += [record.name for record in sight.project.playbook.offerings if record.id == offering]
    return ", ".join(names)


def _ask_gain(sight: Sight, person: str | None, initiative: str | None) -> str:
    key = (initiative or "").rpartition("/")[2]
    owners = [one.owner for one in sight.account.initiatives if one.key == key]
    whom = sight.names.their(person) or sight.names.their(next(iter(owners), None)) or "who would have the use"
    return f"not known yet: ask {whom}"


def _objectives(sight: Sight) -> Block:
    still = open_objectives(sight.account, sight.as_of)
    done = [one for one in sight.account.objectives if one.done and one.done <= sight.as_of]
    states = [tracked(measure, sight.as_of).track for one in still for measure in one.measures]
    bare = sum(not one.measures for one in still)
    said = tally(
        [
            (len(still), "open", "open"),
            (states.count(Track.OFF), "measure off track", "measures off track"),
            (bare, "without a measure", "without a measure"),
        ],
        "none open" if done else "none agreed yet",
    )
    reached = [f"{one.name} on {sight.day(one.done)}" for one in done if one.done]
    return Block(
        heading=f"Objectives: {said}",
        lead=f"Reached: {listed(reached)}." if reached else "",
        table=Table(
            "Objectives",
            columns("Objective", "The client gains", ">We gain a year", "Owner", "Measured by"),
            tuple(_objective(sight, one) for one in still),
        ),
        empty="" if still else "What do both sides want to have reached, by which day, and what does each gain?",
    )


def _objective(sight: Sight, one: Objective) -> Row:
    serves = sight.initiative(one.for_)
    gains = one.client_gets or _ask_gain(sight, None, one.for_)
    return Row((
        Cell(one.name, second=f"for {serves}" if serves else "for none of their initiatives yet"),
        Cell(gains, tone="" if one.client_gets else "ochre"),
        Cell(amount(one.we_get, sight.currency)) if one.we_get is not None else Cell("not known yet", tone="grey"),
        owner_cell(sight, one.owner, sight.due(one.due)),
        Cell(count(len(one.measures), "measure")) if one.measures
        else Cell("nothing yet: what would both sides count?", tone="ochre"),
    ))  # fmt: skip


def _measures(sight: Sight) -> Table | None:
    rows = tuple(
        _measure(sight, one, measure) for one in open_objectives(sight.account, sight.as_of) for measure in one.measures
    )
    heads = columns("Measure", ">Start", ">Now", ">Goal", "Benchmark", "Track")
    return Table("Measures of the objectives", heads, rows) if rows else None


def _measure(sight: Sight, objective: Objective, measure: Measure) -> Row:
    state = tracked(measure, sight.as_of)
    mark = track_cell(state)
    now = Cell(figure(state.now.actual), second=sight.day(state.now.date)) if state.now else _unknown()
    return Row((
        Cell(measure.name, second=" · ".join(part for part in (measure.unit, objective.name) if part)),
        _value(measure, "baseline"),
        now,
        _value(measure, "target"),
        Cell(benchmark_words(sight, state)),
        Cell(mark.word, mark=mark.mark, tone=mark.tone),
    ))  # fmt: skip


def _value(measure: Measure, name: str) -> Cell:
    value = measure.baseline if name == "baseline" else measure.target
    return _unknown() if value is None else Cell(figure(value))


def _unknown() -> Cell:
    return Cell("not known yet", tone="grey")


def track_cell(state: Tracked) -> Marked:
    """Show whether a measure is on track."""
    mark, tone = track_mark(state.track.value)
    return Marked(mark, _TRACK[state.track], tone)


def benchmark_words(sight: Sight, state: Tracked) -> str:
    """Say what was due and what is due next; where a benchmark passed unmeasured, what to ask."""
    said: list[str] = []
    if state.due:
        said.append(f"{figure(state.due.target)} by {sight.day(state.due.date)}")
        if state.track is Track.NOT_MEASURED:
            said.append("nobody wrote down the value: ask for it")
        elif state.due.actual is not None:
            said.append(f"it was {figure(state.due.actual)}")
    if state.next:
        said.append(f"next {figure(state.next.target)} by {sight.day(state.next.date)}")
    return ", ".join(said) or "none yet: what should it be by when?"


# What falls when ------------------------------------------------------------------


def _roadmap(sight: Sight) -> Block:
    items = roadmap(sight.account, sight.as_of)
    late = sum(item.date < sight.as_of for item in items)
    said = tally([(late, "late", "late"), (len(items) - late, "ahead", "ahead")], "nothing with a day yet")
    return Block(
        heading=f"What falls when: {said}",
        more="from actions, promises, objectives, benchmarks, initiatives, risks, meetings, reviews and contracts",
        empty="" if items else "Give the next step a day and a name.",
    )


def _quarters(sight: Sight) -> tuple[Quarter, ...]:
    groups: dict[str, list[Dated]] = {}
    for item in roadmap(sight.account, sight.as_of):
        groups.setdefault("Late" if item.date < sight.as_of else _quarter(item.date), []).append(item)
    return tuple(
        Quarter(name, "red" if name == "Late" else "ink", tuple(_dated(sight, item) for item in items))
        for name, items in groups.items()
    )


def _quarter(date: datetime.date) -> str:
    return f"Q{(date.month + 2) // 3} {date.year}"


def _dated(sight: Sight, item: Dated) -> tuple[str, str, str, str]:
    what = item.what
    if item.kind is DatedKind.REVIEW:
        what = REVIEW[ReviewKind(item.what)]
    return (sight.day(item.date), what, _DATED[item.kind], sight.names.full(item.who) or "–")


# 3 Our team -----------------------------------------------------------------------


def _team(sight: Sight) -> Block:
    account, names = sight.account, sight.names
    seats = account.team
    rows = [
        Row(
            (
                Cell(names.full(seat.who), second=_role(sight, seat.who)),
                Cell(seat.part),
                Cell(seat.call_when or "not written yet", tone="" if seat.call_when else "grey"),
            )
        )
        for seat in seats
    ]
    seated = {seat.who.rpartition("/")[2] for seat in seats}
    extra = [(account.lead, "leads the account"), (account.backup, "stands in for the lead")]
    rows += [
        Row((Cell(names.full(who), second=_role(sight, who)), Cell(part), Cell("not written yet", tone="grey")))
        for who, part in extra
        if who and who.rpartition("/")[2] not in seated
    ]
    helpers = _without_seat(sight, seated | {(who or "").rpartition("/")[2] for who, _ in extra})
    said = f"{count(len(rows), 'person', 'people')}" if rows else "nobody named yet"
    return Block(
        heading=f"3 Our team: {said}{'' if seats or not rows else ', no parts agreed yet'}",
        source=sight.source("team" if seats else "lead"),
        lead=f"In talks or steps here, but without a part in the file: {listed(helpers)}." if helpers else "",
        table=Table("Our team", columns("Who", "Part for this client", "The client calls them when"), tuple(rows)),
        empty="" if rows else "Who leads this account, who stands in, and who does the work at the client?",
    )


def _role(sight: Sight, reference: str | None) -> str:
    key = (reference or "").rpartition("/")[2]
    return next((colleague.role for colleague in sight.project.playbook.team if colleague.id == key), "")


def _without_seat(sight: Sight, seated: set[str]) -> list[str]:
    """Return those of ours who own a tie, a step or a risk, or were in a talk, and have no part in the file."""
    account = sight.account
    found = [person.owner for person in account.people if not person.gone(sight.as_of)]
    found += [one.owner for one in account.actions]
    found += [one.owner for one in account.opportunities]
    found += [one.owner for one in account.risks]
    found += [who for talk in account.contacts for who in talk.ours]
    keys = dict.fromkeys(who.rpartition("/")[2] for who in found if who and sight.names.ours(who))
    return [sight.names.full(key) for key in keys if key not in seated]


# 4 Risks --------------------------------------------------------------------------


def _risks(sight: Sight, risks: Sequence[Weighed]) -> Block:
    acute = sum(one.asks is Response.ACT for one in risks)
    unjudged = sum(one.asks is None for one in risks)
    said = "none named yet"
    if risks:
        said = f"{count(acute, 'needs', 'need')} action now" if acute else "none needs action now"
        said += f", {number(unjudged)} not judged yet" if unjudged else ""
    return Block(
        heading=f"4 Risks: {said}",
        source=sight.source("risks"),
        table=Table(
            "Risks",
            columns("Risk", "Asks for", "What we would see first", "Answer", "Owner"),
            tuple(_risk(sight, one) for one in risks),
        ),
        empty="" if risks else "Ask the team: it is a year later and we have lost this client. What happened?",
    )


def _risk(sight: Sight, one: Weighed) -> Row:
    risk = one.risk
    asks = ASKS[one.asks] if one.asks else "not judged yet"
    judged = [
        LIKELIHOOD[risk.likelihood].lower() if risk.likelihood else "likelihood not known yet",
        IMPACT[risk.impact].lower() if risk.impact else "effect not known yet",
    ]
    tone = {Response.ACT: "red", Response.PREPARE: "ochre", None: "ochre"}.get(one.asks, "")
    return Row((
        Cell(f"{one.tag} {risk.what}"),
        Cell(asks, second=", ".join(judged), tone=tone),
        Cell(risk.trigger or "not written yet", tone="" if risk.trigger else "grey"),
        Cell(risk.response or "none yet: what do we do about it?", tone="" if risk.response else "ochre"),
        owner_cell(sight, risk.owner, sight.due(risk.due) if risk.due else ""),
    ))  # fmt: skip


def _grid(risks: Sequence[Weighed]) -> tuple[GridRow, ...]:
    return tuple(
        GridRow(word, tuple(_field(risks, likelihood, impact) for impact in IMPACT))
        for likelihood, word in LIKELIHOOD.items()
    )


def _field(risks: Sequence[Weighed], likelihood: Likelihood, impact: Likelihood) -> Field:
    asks = response(likelihood, impact)
    tags = [one.tag for one in risks if (one.risk.likelihood, one.risk.impact) == (likelihood, impact)]
    return Field(ASKS[asks], asks.value, " ".join(tags))


# 5 Review -------------------------------------------------------------------------


def _review(sight: Sight) -> Block:
    account, done = sight.account, validations(sight.account, sight.as_of)
    said = f"the client last went through it on {sight.ago(done[0].date)}" if done else "an internal draft so far"
    return Block(
        heading=f"5 Review: {said}",
        source=sight.source("validation" if done else "cadence" if account.cadence else "timeframe"),
        entries=(_span(sight), *_validation(sight, done), *_next_reviews(sight)),
    )


def _span(sight: Sight) -> Entry:
    span = sight.account.timeframe
    if span is None:
        return Entry("Timeframe", "not agreed yet: until when does this plan count?", tone="ochre")
    left = (span.end - sight.as_of).days
    words = f"{left} d left" if left >= 0 else f"ended {-left} d ago"
    return Entry("Timeframe", f"{sight.day(span.start)} to {sight.day(span.end)}", words)


def _validation(sight: Sight, done: Sequence[Validation]) -> tuple[Entry, ...]:
    if not done:
        ask = "Put two pages before their sponsor and write down what they change."
        return (Entry("Validated", DRAFT, ask, "ochre"),)
    return tuple(Entry("Validated", _validated(sight, one), " · ".join(one.changed)) for one in done[:2])


def _next_reviews(sight: Sight) -> tuple[Entry, ...]:
    rows = rhythms(sight.account, sight.as_of)
    if not rows:
        return (Entry("Next review", "no rhythm agreed yet: who looks at this plan, and how often?", tone="ochre"),)
    return tuple(
        Entry(
            sight.day(row.next) if row.next else "no day yet",
            REVIEW[row.cadence.kind],
            f"every {row.cadence.every} d" + (f" · {row.late} d late" if row.late else ""),
            "ink" if row.next else "ochre",
        )
        for row in rows
    )
