"""`/accounts/<id>/brief/`: one sheet to read before the next talk."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.advise.brief import Brief, brief, gaps, theirs
from sam_gen.advise.question import Form
from sam_gen.assess.agenda import Item, ItemKind
from sam_gen.assess.people import Standing, backing, standings
from sam_gen.model.account import Account
from sam_gen.model.business import Feedback
from sam_gen.model.claims import Basis
from sam_gen.model.people import PersonStatus
from sam_gen.model.plan import Initiative
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages import findings
from sam_gen.pages.asking import asking
from sam_gen.pages.blocks import Block, Entry, Sight
from sam_gen.pages.brief_steps import before_block, promises_block, there_block
from sam_gen.pages.leave_out import leave_out_block
from sam_gen.pages.log_lines import after_talk
from sam_gen.pages.parts import address, support, talk
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, listed, number, until
from sam_gen.render.page import Page

PATH = "brief/"
_MOST = 5
"""Lines a list on the sheet may have."""
_MOST_ASSUMED = 2
_MAY_CHANGE = {Form.INITIATIVE, Form.AHEAD, Form.CHANGED}
"""Questions about what is theirs and may have changed."""
_GAPS = {
    "stand": "how they stand",
    "assumed": "how they stand (so far assumed)",
    "talk": "what they would say (no talk with us is on file)",
    "stale": "whether they still stand so (the last talk is too old)",
    "cares_about": "what they want to be known for",
}


def brief_page(project: Project, account: Account) -> Page:
    """Build the brief of one account."""
    sight = Sight.of(project, account)
    people = standings(account, project.playbook, project.as_of)
    sheet = brief(account, project.playbook, people, project.as_of)
    return Page(
        path=f"{address(project, account)}{PATH}",
        title=f"{account.name}: brief",
        template="account/brief.md",
        context={
            **sight.page("Brief"),
            "lede": _lede(sight, sheet),
            "who": _who(sight, sheet),
            "stand": _stand(sight, people, sheet),
            "promises": promises_block(sight, sheet),
            "bring": before_block(sight, sheet),
            "say": there_block(sight, sheet),
            "ask": _ask(sight, sheet),
            "late": _late(sight, sheet),
            "leave_out": leave_out_block(sight, sheet),
            "unknown": _unknown(sight, sheet),
            "after": after_talk(sight, sheet.people, sheet.meeting),
        },
        searched=False,
    )


def _lede(sight: Sight, sheet: Brief) -> str:
    meeting = sheet.meeting
    if meeting is None:
        whom = "the people who matter most" if sheet.people else "whoever decides"
        return f"No talk with the client is agreed. This is for the next one with {whom}: agree a day first."
    days = (meeting.date - sight.as_of).days
    place = ", ".join(part for part in (meeting.time, meeting.where) if part)
    ours = listed([sight.names.full(who) for who in meeting.ours])
    near = f" ({until(days)})"
    return (
        f"{sight.day(meeting.date)}{near}{f', {place}' if place else ''}: {meeting.what}."
        f"{f' For us: {ours}.' if ours else ' Nobody of ours is named for it yet.'}"
    )


def _who(sight: Sight, sheet: Brief) -> Block:
    there = "Who will be there" if sheet.meeting else "Who matters most"
    against = sum(who.support is not None and who.support.value in ("doubter", "opponent") for who in sheet.people)
    total = len(sheet.people) + sheet.left_out
    said = f"{count(total, 'person', 'people')}" if total else "not known yet"
    said += f", {number(against)} against us or in doubt" if against else ""
    ask = "Who decides there? Begin with a name."
    if sheet.meeting:
        ask = "Nobody of theirs is named for this talk: ask who comes."
    return Block(
        heading=f"{there}: {said}",
        source=sight.source("meetings" if sheet.meeting else "people"),
        more=f"{number(sheet.left_out)} more not on this sheet" if sheet.left_out else "",
        table=Table(
            "Who will be there",
            columns("Person", "Cares about", "Stands", "Last talk"),
            tuple(_person(sight, who) for who in sheet.people),
        ),
        empty="" if sheet.people else ask,
    )


def _person(sight: Sight, who: Standing) -> Row:
    person = who.person
    if person.status is PersonStatus.VACANT:
        return Row((Cell(person.title or person.name), Cell("nobody in this post", tone="ochre"), Cell("–"), Cell("–")))
    mark, last = support(who, sight.words), talk(who)
    return Row((
        Cell(person.name, second=person.title or ""),
        Cell(person.cares_about or "not known yet: ask", tone="" if person.cares_about else "ochre"),
        Cell(mark.word, mark=mark.mark, tone=mark.tone),
        Cell(last.word, mark=last.mark, tone=last.tone),
    ))  # fmt: skip


def _stand(sight: Sight, people: Sequence[Standing], sheet: Brief) -> Block:
    figure = backing(tuple(people))
    known = "Not known yet which key players are for us"
    if figure.value is not None:
        known = f"{figure.value:.0f} {figure.unit} for us"
    late = sheet.late
    return Block(
        heading="Where we stand",
        source=sight.source("in_short"),
        prose=sight.account.in_short or "",
        lead=f"{known}; {count(late, 'thing is', 'things are') if late else 'nothing is'} late on our side.",
        empty="" if sight.account.in_short else "Not written yet: where do we stand, in two sentences?",
    )


def _ask(sight: Sight, sheet: Brief) -> Block:
    asked, rest, left = sheet.questions, sheet.questions_elsewhere, sheet.questions_left
    empty = "No question follows from the file. Ask what has changed."
    if rest:
        empty = "Nothing the file lacks is for those who come. Ask what has changed."
    more = [f"{number(left)} more for those who come"] if left else []
    more += [f"{count(rest, 'question')} for people who do not come"] if rest else []
    forms = {one.form for one in asked}
    if not more:
        both = Form.FILE in forms and forms & _MAY_CHANGE
        order = "first what the file wants to know, then what may have changed"
        more = [order if both else "from what the file says of those who come"]
    return Block(
        heading=f"Ask: {count(len(asked), 'question')}" if asked else "Ask: what has changed?",
        numbered=True,
        entries=tuple(asking(one, sight.as_of) for one in asked),
        more=capital("; ".join(more)),
        empty="" if asked else empty,
    )


def _late(sight: Sight, sheet: Brief) -> Block:
    entries = [
        *(_late_entry(sight, sheet, item, theirs=False) for item in sheet.they_may_raise),
        *(_wish(sight, sheet, one) for one in sheet.wishes),
        *(_late_entry(sight, sheet, item, theirs=True) for item in sheet.we_may_raise),
    ]
    rest, elsewhere = len(entries) - _MOST, sheet.late_elsewhere
    more = [f"{number(rest)} more"] if rest > 0 else []
    more += [f"{number(sheet.elsewhere)} that people who do not come may raise"] if sheet.elsewhere else []
    more += [f"{count(elsewhere, 'late thing')} of theirs with people who do not come"] if elsewhere else []
    return Block(
        heading=f"What they may raise: {_raised(sheet)}",
        source=sight.source(next((name for name in _LISTS if getattr(sight.account, name)), "actions")),
        more=f"{capital('; '.join(more))}: on the overview" if more else "",
        entries=tuple(entries[:_MOST]),
        empty="" if entries else "Nothing they wait for is late. Ask what they would put on the list.",
    )


def _raised(sheet: Brief) -> str:
    """Say what is late in the order of the list; nothing late at all is more than nothing they wait for."""
    ours, theirs = len(sheet.they_may_raise), len(sheet.we_may_raise)
    said = [count(ours, "late thing") + " of ours"] if ours else []
    said += [count(len(sheet.wishes), "open wish", "open wishes")] if sheet.wishes else []
    if not said:
        said = ["nothing late of ours that they wait for" if sheet.late else "nothing of ours is late"]
    said += [f"{number(theirs)} of theirs for us to raise"] if theirs else []
    return ", ".join(said)


def _wish(sight: Sight, sheet: Brief, one: Feedback) -> Entry:
    days = (sight.as_of - one.date).days
    limit = sight.project.playbook.method.health.voice.settle_within
    who = sight.names.their(one.who)
    item = sheet.answered.get(one.place)
    return Entry(
        f"asked {sight.day(one.date)}",
        one.wants or "",
        f"their wish{_answer(sight, item) if item else ', not settled'}{f' · {who}' if who else ''}",
        "red" if days > limit else "ochre",
    )


def _answer(sight: Sight, item: Item) -> str:
    """Say what we do for a wish: who has promised it, or who has the step, and by when."""
    due, owner = f" for {sight.day(item.due)}" if item.due else "", sight.names.full(item.owner)
    if item.kind is ItemKind.PROMISE:
        return f", {owner or 'somebody'} has promised it{due}"
    late = ", late" if item.overdue else ""
    whose = "their" if theirs(item, set(sight.ours)) else "our"
    return f"; {whose} {item.kind.value}{due}{late}, {owner or 'no owner'}"


_LISTS = ("promises", "actions", "objectives", "feedback")


def _late_entry(sight: Sight, sheet: Brief, item: Item, *, theirs: bool) -> Entry:
    owner = sight.names.full(item.owner) or "no owner"
    owner += ", who has left" if sight.names.left(item.owner) else ""
    wish = sheet.asked_for.get(item.record.place)
    whose = f"{_whose(sight, item, theirs)}{f', asked on {sight.day(wish.date)}' if wish else ''}"
    return Entry(until(item.days or 0), item.what, f"{whose} · {owner}", "red")


def _whose(sight: Sight, item: Item, theirs: bool) -> str:
    if item.review:
        return f"{'theirs' if theirs else 'ours'}, decided {sight.day(item.review.date)}"
    return f"{'their' if theirs else 'our'} {item.kind.value}"


def _unknown(sight: Sight, sheet: Brief) -> Block:
    rows = [
        Entry(who.person.name, capital(listed([_GAPS[gap] for gap in gaps(who)])))
        for who in sheet.unknown
        if who.person.status is PersonStatus.ACTIVE
    ]
    people = len(rows)
    every = [one for one in sight.account.initiatives if one.basis is Basis.ASSUMED]
    assumed = [one for one in every if _could_say(sheet, one)]
    rows += [Entry("Only assumed", one.name, _ask_owner(sight, one)) for one in assumed[:_MOST_ASSUMED]]
    said = findings.unknown(people, len(assumed))
    return Block(
        heading=f"What we do not know: {said if sheet.people or rows else 'who they are'}",
        source=sight.source("people"),
        more=_more_assumed(len(assumed), len(every)),
        entries=tuple(rows),
        empty="" if rows else _nothing_missing(sheet),
    )


def _could_say(sheet: Brief, one: Initiative) -> bool:
    """Whether whoever could say if an initiative is theirs comes; without an owner on file anybody may be asked."""
    there = {who.person.key for who in sheet.people}
    return sheet.meeting is None or not one.owner or key_of(one.owner) in there


def _more_assumed(here: int, every: int) -> str:
    more = [f"{number(here - _MOST_ASSUMED)} more only assumed"] if here > _MOST_ASSUMED else []
    more += [f"{number(every - here)} only assumed, of people who do not come"] if every > here else []
    return capital("; ".join(more))


def _ask_owner(sight: Sight, one: Initiative) -> str:
    owner = sight.names.their(one.owner)
    return f"ask {owner} whether it is so" if owner else "ask whose it is"


def _nothing_missing(sheet: Brief) -> str:
    if sheet.people:
        return "Of everybody here we know how they stand, what they want and when we last spoke."
    return "Ask who decides, who is for us, and who can say no."
