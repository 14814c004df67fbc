"""`/accounts/<id>/coaching/`: one focus, the facts for a talk about it, and room for two commitments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.brief import theirs
from sam_gen.advise.coach import probes
from sam_gen.advise.coach_people import About
from sam_gen.advise.focus import Focus, focus
from sam_gen.advise.trains import trained
from sam_gen.advise.twice import Line, open_lines
from sam_gen.assess.agenda import Item, ItemKind, meetings_to_come, open_steps
from sam_gen.assess.diagnosis import diagnose
from sam_gen.assess.people import Standing, backing, standings
from sam_gen.model.account import Account
from sam_gen.model.coaching import Score
from sam_gen.model.edition import Edition
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Block, Entry, Sight
from sam_gen.pages.chooser import tool_address
from sam_gen.pages.coaching_log import SessionText, log
from sam_gen.pages.first_sign import first_sign
from sam_gen.pages.focus import FocusWords, focus_words
from sam_gen.pages.goals import goals
from sam_gen.pages.parts import address
from sam_gen.pages.plan import PATH as PLAN
from sam_gen.pages.questions import HOME, selection
from sam_gen.pages.rubric import rubric
from sam_gen.pages.tables import Cell, Link, Row, Table, columns
from sam_gen.pages.training import lesson_address
from sam_gen.pages.words import capital, count, listed, number, until
from sam_gen.render.page import Page

PATH = "coaching/"
_MOST_OPEN = 6


@dataclass(frozen=True)
class CoachSection:
    """What the coach edition adds; there is none in any other."""

    heading: str
    notes: str
    sessions: tuple[SessionText, ...]
    scores: Table
    empty: str


def coaching_page(project: Project, account: Account) -> Page:
    """Build the coaching page of one account."""
    sight = Sight.of(project, account)
    people = standings(account, project.playbook, project.as_of)
    chosen = focus(account, project.playbook, people, project.as_of)
    words = focus_words(sight, people, chosen)
    return Page(
        path=f"{address(project, account)}{PATH}",
        title=f"{account.name}: coaching",
        template="account/coaching.md",
        context={
            **sight.page("Coaching"),
            "lede": _lede(sight, people),
            "focus": words,
            "helps": _helps(sight, chosen),
            "goals": goals(sight, chosen),
            "grow": _grow(words),
            "questions": _questions(sight, people, chosen),
            "stage": selection(sight, people, chosen),
            "bank": HOME,
            "rubric": rubric(sight),
            "commitments": _commitments(sight),
            **_rest(sight),
            "coach": _coach(sight),
        },
        searched=False,
    )


def _lede(sight: Sight, people: Sequence[Standing]) -> str:
    """Say with whom the talk is, where the account stands, and when the client is met next."""
    account = sight.account
    lead = sight.names.full(account.lead) or "whoever leads the account"
    stage = diagnose(account, sight.project.playbook, sight.as_of).today
    known = backing(tuple(people))
    meeting = next(iter(meetings_to_come(account, sight.as_of)), None)
    facts = (
        stage.name if stage else "stage not known yet",
        f"{known.value:.0f} {known.unit} for us" if known.value is not None else "not known yet who is for us",
        f"the client next {sight.due(meeting.date)}" if meeting else "no talk with the client agreed",
    )
    return f"For a talk with {lead} about {account.name}: {', '.join(facts)}."


def _helps(sight: Sight, chosen: Focus) -> tuple[tuple[str, Link], ...]:
    """Return the lesson, the tool and the competency of the focus; what the playbook lacks is left out."""
    found = trained(sight.project.playbook, chosen.kind)
    helps = []
    if found.lesson:
        helps.append(("Lesson", Link(found.lesson.name, lesson_address(found.lesson))))
    if found.tool:
        helps.append(("Tool", Link(found.tool.name, tool_address(found.tool))))
    if found.competency:
        spot = f"method/competencies/#competency-{found.competency.id}"
        helps.append(("It trains", Link(found.competency.name, spot)))
    return tuple(helps)


def _grow(words: FocusWords) -> Block:
    facts = len(words.goal_facts) + len(words.reality)
    return Block(
        heading=f"Four steps: {count(facts, 'fact')} at hand" if facts else "Four steps: no dated fact at hand",
        source=words.source,
        more="the order of the talk is GROW: goal, reality, options, will",
    )


def _questions(sight: Sight, people: Sequence[Standing], chosen: Focus) -> Block:
    rows = probes(sight.account, people, chosen, sight.as_of)
    return Block(
        heading=f"{capital(count(len(rows), 'question'))} for this account",
        table=Table(
            "Questions for this account",
            columns("Ask", "Listen for"),
            tuple(Row((Cell(one.text), Cell(one.listen))) for one in rows),
        ),
        more=_about([one.about for one in rows]),
    )


def _about(found: Sequence[About]) -> str:
    """Say what the questions are about."""
    others = listed([one.value for one in dict.fromkeys(found) if one is not About.FOCUS])
    if About.FOCUS not in found:
        return f"they are about {others}"
    return f"the first is about the focus, the others about {others}"


def _commitments(sight: Sight) -> Block:
    """List what we have open, each thing once."""
    account, lines = sight.account, _open(sight)
    late = sum(any(item.overdue for item in line.items) for line in lines)
    said = f"{number(len(lines))} open{_answers(lines)}" if lines else "none open"
    said += f", {number(late)} late" if late else ""
    field = "actions" if account.actions or not account.promises else "promises"
    return Block(
        heading=f"Our commitments: {said}",
        source=sight.source(field),
        entries=tuple(_commitment(sight, line.items[0]) for line in lines[:_MOST_OPEN]),
        empty="" if lines else "No step of ours is open. What would move this account in the next two weeks?",
    )


def _answers(lines: Sequence[Line]) -> str:
    """Say how many are an answer to a risk and nothing else: the rubric counts the steps without them."""
    many = sum(all(item.kind is ItemKind.RESPONSE for item in line.items) for line in lines)
    if not many:
        return ""
    if many == len(lines):
        return ", an answer to a risk" if many == 1 else ", all answers to risks"
    return f", {number(many)} of them {'an answer to a risk' if many == 1 else 'answers to risks'}"


def _open(sight: Sight) -> tuple[Line, ...]:
    items = [
        item
        for item in open_steps(sight.account, sight.as_of)
        if item.kind is not ItemKind.OBJECTIVE and not theirs(item, set(sight.ours))
    ]
    return open_lines(sight.account, sight.project.playbook, sight.as_of, items)


def _rest(sight: Sight) -> dict[str, object]:
    """Say where the others stand: the plan has whatever has a day; what has none is only counted."""
    others = _open(sight)[_MOST_OPEN:]
    dated = sum(any(item.due for item in line.items) for line in others)
    text = f"{capital(number(dated))} more in the plan, under What falls when"
    link = Link(text, f"{address(sight.project, sight.account)}{PLAN}#roadmap")
    bare = len(others) - dated
    return {"further": link if dated else None, "bare": f"{capital(number(bare))} more without a day" if bare else ""}


def _commitment(sight: Sight, item: Item) -> Entry:
    return Entry(
        "no day yet" if item.days is None else until(item.days),
        item.what,
        f"{sight.names.full(item.owner) or 'no owner'}{_against(item)}",
        "red" if item.overdue else "ochre" if item.days is None else "ink",
    )


def _against(item: Item) -> str:
    return f" · against a risk{first_sign(item)}" if item.kind is ItemKind.RESPONSE else ""


# The coach edition ----------------------------------------------------------------


def _coach(sight: Sight) -> CoachSection | None:
    """Return the leader's section in the coach edition; nothing in any other, so that nothing hints at it."""
    project = sight.project
    if project.edition is not Edition.COACH or project.coaching is None:
        return None
    own = project.coaching.accounts.get(sight.account.id)
    lead = key_of(sight.account.lead)
    person = project.coaching.people.get(lead)
    past = log(project, own.sessions if own else ())
    name = sight.names.full(sight.account.lead)
    return CoachSection(
        heading=f"For the coach: {count(len(past), 'talk')} on file",
        notes=(own.notes or "") if own else "",
        sessions=past,
        scores=Table(
            f"Competencies of {name}" if name else "Competencies",
            columns("Competency", ">Level", "Rests on", "Judged"),
            tuple(_score(sight, one) for one in (person.scores if person else ())),
        ),
        empty=""
        if own or person
        else f"Nothing on file: write coaching/accounts/{sight.account.id}.yml after the next talk.",
    )


def _score(sight: Sight, one: Score) -> Row:
    key = key_of(one.competency)
    known = sight.project.playbook.method.competencies.competencies
    competency = next((record for record in known if record.id == key), None)
    judged = ", ".join(part for part in (one.as_of and sight.day(one.as_of), sight.names.full(one.by)) if part)
    level = competency.levels[one.level - 1] if competency and one.level and one.level <= len(competency.levels) else ""
    return Row((
        Cell(competency.name if competency else key, second=level),
        Cell(f"{one.level} of 4") if one.level else Cell("not judged yet", tone="grey"),
        Cell(one.evidence or "not written", tone="" if one.evidence else "ochre"),
        Cell(judged or "not written", tone="" if judged else "grey"),
    ))  # fmt: skip
