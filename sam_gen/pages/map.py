"""The people map of an account, its key, and the table beside it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sam_gen.assess.claims import Held
from sam_gen.assess.people import Freshness, Standing, standings, talk_lasts
from sam_gen.draw import marks
from sam_gen.draw.people_map import Card, people_map
from sam_gen.draw.svg import Svg
from sam_gen.model.account import Account
from sam_gen.model.limits import ClaimKind
from sam_gen.model.people import Person, PersonStatus, Support, TieKind
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.wording import Wording
from sam_gen.pages import findings
from sam_gen.pages.coverage import coverage, unit_section
from sam_gen.pages.parts import (
    Marked,
    Names,
    Source,
    account_frame,
    address,
    basis,
    counts,
    source,
    support,
    talk,
    talk_tone,
    talk_words,
)
from sam_gen.pages.words import count, day, listed, short_name
from sam_gen.render.page import Page


@dataclass(frozen=True)
class PersonRow:
    """One person in the table beside the map."""

    name: str
    title: str
    depth: int
    """Steps below the head, for the indented list on a phone; 0 for heads and the unplaced."""
    roles: str
    support: Marked | None
    basis: Marked | None
    grounds: str
    """What was seen or heard, by whom of us and when."""
    counts: str
    """How far it still counts."""
    influence: str
    influence_mark: Svg | None
    owner: str
    talk: Marked | None
    cares: str
    note: str


@dataclass(frozen=True)
class Key:
    """What the marks of one kind mean."""

    name: str
    entries: tuple[Marked, ...]


@dataclass(frozen=True)
class MapSection:
    """Everything the section about the map shows."""

    heading: str
    svg: Svg | None
    rows: tuple[PersonRow, ...]
    unplaced: tuple[tuple[str, str, str], ...]
    """Name, title, reason."""
    ties: tuple[tuple[str, str, str, str], ...]
    """From, what, to, evidence."""
    gone: tuple[str, ...]
    legend: tuple[Key, ...]
    source: Source
    more: str = ""


def map_section(
    account: Account, playbook: Playbook, people: Sequence[Standing], names: Names, as_of: datetime.date
) -> MapSection:
    """Draw the map of everybody at the client who has not left."""
    words, here = playbook.words, {who.person.key for who in people}
    managers = {who.person.key: _manager(who, here) for who in people}
    cards = [_card(who, managers[who.person.key], names, words, as_of) for who in people]
    vacant = sum(who.person.status is PersonStatus.VACANT for who in people)
    heading = findings.reporting(len(people) - vacant, vacant)
    svg, reasons = people_map(cards, f"People of {account.name}", heading, "people-map") if cards else (None, {})
    by_key = {who.person.key: who for who in people}
    depths = _depths(managers)
    return MapSection(
        heading=findings.reporting(len(people) - vacant, vacant, len(reasons)),
        svg=svg if len(reasons) < len(cards) else None,
        rows=tuple(_row(by_key[key], depths[key], reasons.get(key, ""), names, playbook, as_of) for key in depths),
        unplaced=tuple((by_key[k].person.name, by_key[k].person.title or "", why) for k, why in reasons.items()),
        ties=_ties(account, names),
        gone=tuple(_gone(account, as_of)),
        legend=_legend(people, words, talk_lasts(account, playbook)),
        source=source(playbook, account, "people"),
    )


def map_page(project: Project, account: Account) -> Page:
    """Build `/accounts/<id>/map/`: everybody at the client, and who of ours speaks with whom."""
    playbook, as_of = project.playbook, project.as_of
    names = Names(account, playbook, as_of)
    people = standings(account, playbook, as_of)
    return Page(
        path=f"{address(project, account)}map/",
        title=f"{account.name}: map",
        template="account/map.md",
        context={
            "frame": account_frame(project, account, names),
            "lede": f"{_carries(people, playbook.words)} {_hole(people)}".strip(),
            "map": map_section(account, playbook, people, names, as_of),
            "coverage": coverage(account, playbook, people, as_of),
            "units": unit_section(account, playbook, people, as_of),
        },
    )


# The one sentence -------------------------------------------------------------------


def _carries(people: Sequence[Standing], words: Wording) -> str:
    """Say who is for us: key players first, the most influential first."""
    if not people:
        return "Nobody is on the map yet."
    friends = [who for who in people if who.for_us and who.person.status is PersonStatus.ACTIVE]
    keys = [who for who in friends if who.key_player]
    chosen = sorted(keys or friends, key=_weight, reverse=True)
    if not chosen:
        return "Nobody there is known to be for us."
    shown = [f"{who.person.name}{_mentor(who, words)}" for who in chosen[:2]]
    shown += [count(len(chosen) - 2, "other")] if len(chosen) > 2 else []
    sentence = f"{listed(shown)} {'carries' if len(chosen) == 1 else 'carry'} us"
    return f"{sentence}." if keys else f"{sentence}, but no key player does."


def _mentor(who: Standing, words: Wording) -> str:
    return f" ({words.within(Support.MENTOR)})" if who.support and who.support.value is Support.MENTOR else ""


def _weight(who: Standing) -> int:
    return who.influence.value if who.influence else -1


def _hole(people: Sequence[Standing]) -> str:
    """Name the first hole among the key players, the most influential first; empty without key players."""
    keys = sorted((who for who in people if who.key_player), key=_weight, reverse=True)
    holes: tuple[tuple[Callable[[Standing], bool], str], ...] = (
        (lambda who: who.person.status is PersonStatus.VACANT, "the post is vacant"),
        (lambda who: who.person.owner is None, "nobody of ours looks after the tie"),
        (lambda who: who.freshness is Freshness.NEVER, "no talk with us is on file"),
        (lambda who: who.support is None, "not known how they stand"),
        (lambda who: who.freshness is Freshness.STALE, "the last talk no longer tells"),
    )
    for holds, why in holes:
        found = [who for who in keys if holds(who)]
        if found:
            first = found[0].person
            vacant = first.status is PersonStatus.VACANT and first.title is not None
            title = f" ({first.title})" if first.title and not vacant else ""
            more = f" The same holds for {count(len(found) - 1, 'other')}." if len(found) > 1 else ""
            name = first.title if vacant else first.name
            return f"The hole is {name}{title}: {why}.{more}"
    if keys:
        return "Every key player has an owner and a talk that still tells."
    return "No key player is named yet: ask who decides and who could say no."


def _manager(who: Standing, here: set[str]) -> str | None:
    """Return whom they report to; a manager who has left leaves them without one."""
    manager = (who.person.reports_to or "").rpartition("/")[2]
    return manager if manager in here else None


def _depths(managers: dict[str, str | None]) -> dict[str, int]:
    """Return everybody in reading order, each manager before the reports, with the depth; cycles come last."""
    reports: dict[str | None, list[str]] = {}
    for key, manager in managers.items():
        reports.setdefault(manager, []).append(key)
    depths: dict[str, int] = {}
    pending = [(key, 0) for key in reversed(reports.get(None, []))]
    while pending:
        key, depth = pending.pop()
        depths[key] = depth
        pending += [(report, depth + 1) for report in reversed(reports.get(key, []))]
    return depths | {key: 0 for key in managers if key not in depths}


def _card(who: Standing, manager: str | None, names: Names, words: Wording, as_of: datetime.date) -> Card:
    person = who.person
    role = person.roles[0] if person.roles else None
    vacant = person.status is PersonStatus.VACANT
    value = who.support.value if who.support else None
    since = f"vacant since {day(person.since, as_of)}" if person.since else "vacant"
    return Card(
        key=person.key,
        name=person.name,
        short=short_name(person.name),
        title=person.title or "",
        manager=manager,
        support=value,
        support_word=words.say(value) if value else "Not known",
        role_letter=words.letter(role) if role else "",
        role_word=words.say(role) if role else "",
        influence=who.influence.value if who.influence else None,
        owner=names.short(person.owner) or "no owner",
        owner_missing=person.owner is None,
        talk=since if vacant else talk_words(who),
        talk_left=who.talk_left,
        talk_tone=talk_tone(who),
        heavy=who.key_player,
        vacant=vacant,
    )


def _row(who: Standing, depth: int, unplaced: str, names: Names, playbook: Playbook, as_of: datetime.date) -> PersonRow:
    person, words = who.person, playbook.words
    vacant = person.status is PersonStatus.VACANT
    since = f"vacant since {day(person.since, as_of)}" if person.since else "vacant"
    notes = [since if vacant else "", unplaced]
    return PersonRow(
        name=person.name,
        title=_title(person, names.unit(person.unit)),
        depth=min(depth, 5),
        roles=", ".join(words.say(role) for role in person.roles),
        support=None if vacant else support(who, words),
        basis=basis(who.support.basis, words) if who.support else None,
        grounds=_grounds(who.support, names, as_of) if who.support else "",
        counts=counts(who.support, ClaimKind.PEOPLE, playbook.method.evidence, as_of) if who.support else "",
        influence=str(who.influence.value) if who.influence else "",
        influence_mark=marks.mark(marks.influence(who.influence.value)) if who.influence else None,
        owner=names.full(person.owner),
        talk=None if vacant else talk(who),
        cares=person.cares_about or "",
        note=" · ".join(note for note in notes if note),
    )


def _title(person: Person, unit: str) -> str:
    """Title and unit, the unit only where the title does not name it already."""
    title = person.title or ""
    return title if unit in title else " · ".join(part for part in (title, unit) if part)


def _grounds(claim: Held[Support], names: Names, as_of: datetime.date) -> str:
    noted = [names.short(claim.by), day(claim.as_of, as_of) if claim.as_of else ""]
    source = ", ".join(part for part in noted if part)
    return " · ".join(part for part in (claim.evidence, source) if part)


def _ties(account: Account, names: Names) -> tuple[tuple[str, str, str, str], ...]:
    words = {TieKind.INFLUENCES: "moves", TieKind.CONFLICT: "is at odds with"}
    return tuple(
        (names.their(tie.from_), words[tie.kind], names.their(tie.to), tie.evidence or "") for tie in account.influences
    )


def _gone(account: Account, as_of: datetime.date) -> list[str]:
    left = (person for person in account.people if person.gone(as_of))
    return [
        f"{person.name}{f', {person.title}' if person.title else ''}"
        f"{f', until {day(person.until, as_of)}' if person.until else ''}"
        for person in left
    ]


def _legend(people: Sequence[Standing], words: Wording, lasts: int) -> tuple[Key, ...]:
    """Explain every mark of the map; of the roles, the ones that stand on it."""
    first = {who.person.roles[0] for who in people if who.person.roles}
    used = sorted((words.letter(role), words.say(role)) for role in first)
    stands = [(*marks.support(value), words.say(value)) for value in Support]
    stands.append((*marks.support(None), "Not known"))
    scores = ((3, "0–4"), (6, "5–7"), (9, "8–10"))
    ages = ((1.0, "ink", "fresh"), (0.3, "ochre", "late"), (0.0, "red", "stale"))
    return (
        Key("Stands", tuple(Marked(marks.mark(shape, colour=tone), word, "ink") for shape, tone, word in stands)),
        Key("Role", tuple(Marked(marks.mark(marks.role(letter)), word, "ink") for letter, word in used)),
        Key("Influence", tuple(Marked(marks.mark(marks.influence(score)), word, "ink") for score, word in scores)),
        Key(
            f"Last talk, counts for {lasts} d",
            tuple(Marked(marks.mark(marks.age(s), width=26, height=8, colour=t), word, "ink") for s, t, word in ages),
        ),
        Key(
            "Frame",
            (
                Marked(marks.mark(marks.frame("key")), "key player", "ink"),
                Marked(marks.mark(marks.frame("open")), "vacant, or stand not known", "ink"),
            ),
        ),
    )
