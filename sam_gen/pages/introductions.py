"""Who can introduce us: a way, in words, to every key player with whom we do not talk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sam_gen.assess.agenda import ItemKind
from sam_gen.assess.coverage import Pair
from sam_gen.assess.introductions import Hop, Over, Way, awaited, introductions
from sam_gen.assess.people import Freshness, Standing
from sam_gen.assess.steps_about import next_step
from sam_gen.draw.ways import Chain, Join, Step, chains
from sam_gen.model.people import Meeting, PersonStatus
from sam_gen.pages.blocks import Block, Sight
from sam_gen.pages.tables import NONE, Cell, Row, Table, columns
from sam_gen.pages.words import capital, listed, number


def introductions_block(sight: Sight, people: Sequence[Standing]) -> Block:
    """Lay out the ways, the most influential target first."""
    ways = introductions(sight.account, sight.playbook, sight.as_of)
    come = awaited(sight.account, sight.playbook, sight.as_of)
    keys = [who for who in people if who.key_player and who.person.status is PersonStatus.ACTIVE]
    by_key = {who.person.key: who for who in people}
    heads = columns("To whom", "The way", "Why it may work", "We spoke before")
    return Block(
        heading=_heading(len(keys), ways, len(come)),
        source=sight.source("influences" if sight.account.influences else "people"),
        lead=" ".join(_lead(sight, ways, come)),
        drawing=chains([_chain(sight, way, by_key) for way in ways]) if ways else None,
        table=Table("Ways to key players we do not talk with", heads, tuple(_row(sight, way, by_key) for way in ways)),
        empty="" if keys else "Name those who decide and those who could say no, with their roles; the ways follow.",
    )


def _lead(sight: Sight, ways: Sequence[Way], come: Sequence[tuple[Standing, Meeting]]) -> Iterator[str]:
    """Say what a way is, and who is out of touch too and needs none."""
    if ways:
        yield "A way begins with a live tie and never goes between two who are at odds."
    if come:
        met = [f"{who.person.name} on {sight.day(meeting.date)}" for who, meeting in come]
        yield f"Out of touch{' too' if ways else ''}, but to be met: {listed(met)}."


def _heading(keys: int, ways: Sequence[Way], come: int) -> str:
    """Count the ways; who is out of touch and comes to an agreed talk is in no sum, and the heading says so."""
    if not keys:
        return "Who can introduce us: no key player named yet"
    if not ways:
        whole = "the one key player" if keys == 1 else "both key players" if keys == 2 else "every key player"
        verb = "are to meet" if come == keys else "talk with or are to meet" if come else "talk with"
        return f"Who can introduce us: not needed, we {verb} {whole}"
    found = sum(bool(way.hops) for way in ways)
    apart = "out of touch and without an agreed talk" if come else "out of touch"
    if len(ways) == 1:
        one = f"the one key player {apart if come else 'we do not talk with'}"
        return f"Who can introduce us: {'a' if found else 'no'} way to {one}"
    total = number(len(ways))
    if found == len(ways):
        said = "ways to both" if found == 2 else f"ways to all {total}"
    elif found:
        said = f"{'a way' if found == 1 else 'ways'} to {number(found)} of {total}"
    else:
        said = f"no way to any of {total}"
    return f"Who can introduce us: {said} key players {apart}"


def _chain(sight: Sight, way: Way, people: Mapping[str, Standing]) -> Chain:
    target = _step(way.target)
    if way.first is None or not way.hops:
        return Chain((target,), (), capital(_without_way(sight, way, people)))
    ours = Step(_of_ours(sight, way.first), "ours", None, ours=True)
    met = [_step(people[hop.start]) for hop in way.hops]
    talked = Join("talk", f"talked {sight.ago(way.first.last)}")
    return Chain((ours, *met, target), (talked, *(_join(hop) for hop in way.hops)))


def _step(who: Standing) -> Step:
    value = who.support.value if who.support else None
    return Step(who.person.name, who.person.title or "", value, counts=who.stand_counts)


def _join(hop: Hop) -> Join:
    """Say what joins the two, read from left to right."""
    words = {
        Over.MANAGER: ("line", "leads"),
        Over.REPORT: ("line", "reports to"),
        Over.INFLUENCE: ("influence", "moves"),
    }
    return Join(*words[hop.over])


def _row(sight: Sight, way: Way, people: Mapping[str, Standing]) -> Row:
    person = way.target.person
    return Row(
        (
            Cell(person.name, second=person.title or ""),
            Cell(_path(sight, way)) if way.hops else Cell(_without_way(sight, way, people), tone="ochre"),
            Cell(_why(sight, way)) if way.hops else NONE,
            _before(sight, way),
        )
    )


def _path(sight: Sight, way: Way) -> str:
    first = _of_ours(sight, way.first) if way.first else ""
    steps = [sight.names.their(hop.start) for hop in way.hops]
    return " → ".join([first, *steps, way.target.person.name])


def _of_ours(sight: Sight, first: Pair) -> str:
    return sight.names.full(f"team/{first.ours}") if first.ours else "One of ours"


def _without_way(sight: Sight, way: Way, people: Mapping[str, Standing]) -> str:
    """Name the step that is planned for them already; else say whom to ask."""
    step = next_step(sight.account, way.target.person, sight.as_of)
    owner = sight.names.full(step.owner) if step else ""
    if step and step.due and not step.overdue and owner:
        said = "promised" if step.kind is ItemKind.PROMISE else "planned"
        return f"nobody yet; {said} for {sight.day(step.due)}: “{step.what}”, {owner}"
    return nobody_yet(sight, way, people)


def nobody_yet(sight: Sight, way: Way, people: Mapping[str, Standing]) -> str:
    """Ask the one of ours who spoke with them last, who alone can know; else the one of theirs who was met last."""
    asked = sight.names.full(f"team/{way.before.ours}") if way.before else ""
    if asked:
        return f"nobody yet: ask {asked} what became of the last talk"
    met = [who for who in people.values() if who.freshness in (Freshness.FRESH, Freshness.LATE)]
    last = min(met, key=lambda who: (not who.for_us, who.talk_age or 0), default=None)
    if last:
        return f"no way of two steps on file: ask {last.person.name} who works with {way.target.person.name}"
    return f"nobody yet: find somebody who works with {way.target.person.name}"


def _why(sight: Sight, way: Way) -> str:
    talked = []
    if way.first:
        ours, theirs = _of_ours(sight, way.first), sight.names.their(way.first.theirs)
        talked = [f"{ours} talked with {theirs} on {sight.day(way.first.last)}."]
    return " ".join([*talked, *(_hop(sight, hop) for hop in way.hops)])


def _hop(sight: Sight, hop: Hop) -> str:
    start, to = sight.names.their(hop.start), sight.names.their(hop.to)
    if hop.over is Over.MANAGER:
        return f"{to} reports to {start}."
    if hop.over is Over.REPORT:
        return f"{start} reports to {to}."
    return f"{start} moves {to}: {hop.evidence}" if hop.evidence else f"{start} moves {to}."


def _before(sight: Sight, way: Way) -> Cell:
    if way.before is None:
        last = way.target.last_talk
        return Cell(sight.ago(last), second="not noted by whom") if last else Cell("never", tone="ochre")
    return Cell(sight.names.full(f"team/{way.before.ours}"), second=sight.ago(way.before.last))
