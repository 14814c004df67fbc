"""The strip of an account: who is for us, whom we talk to, when next, and what is late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sam_gen.advise.twice import open_lines
from sam_gen.assess.agenda import Item
from sam_gen.assess.contracts import contracts
from sam_gen.assess.people import Standing, backing, in_touch, talk_lasts
from sam_gen.model.claims import Basis
from sam_gen.model.people import Meeting, PersonStatus
from sam_gen.pages import findings
from sam_gen.pages.blocks import Sight
from sam_gen.pages.words import listed, until


@dataclass(frozen=True)
class Fact:
    """One of the four facts of the strip."""

    label: str
    value: str
    more: str
    notes: tuple[str, ...]
    tone: str = "ink"


def facts(
    sight: Sight, people: Sequence[Standing], items: Sequence[Item], meetings: Sequence[Meeting]
) -> tuple[Fact, ...]:
    """Return the four facts that stand above everything else."""
    return (_backing(people), _touch(sight, people), _next(sight, meetings), _late(sight, items))


def _backing(people: Sequence[Standing]) -> Fact:
    label, figure = "Key players for us", backing(tuple(people))
    if figure.value is None:
        return Fact(label, "Not known yet", "", (f"ask: {figure.ask}",), "grey")
    keys = [who for who in people if who.key_player and who.person.status is PersonStatus.ACTIVE]
    known = [who.support.basis for who in keys if who.support and who.stand_counts]
    assumed, old = known.count(Basis.ASSUMED), sum(who.support is not None and not who.stand_counts for who in keys)
    note = findings.stands(len(known) - assumed, assumed, old, len(keys) - len(known) - old)
    return Fact(label, f"{figure.value:.0f}", f"of {len(keys)}", (note,))


def _touch(sight: Sight, people: Sequence[Standing]) -> Fact:
    label = f"Spoken to in {talk_lasts(sight.account, sight.playbook)} days"
    figure = in_touch(tuple(people))
    if figure.value is None:
        return Fact(label, "Nobody", "", (f"ask: {figure.ask}",), "grey")
    there = len(figure.because)
    note = findings.silence(there - int(figure.value), there)
    return Fact(label, f"{figure.value:.0f}", figure.unit, (note,))


def _next(sight: Sight, meetings: Sequence[Meeting]) -> Fact:
    label = "Next with the client"
    if not meetings:
        return Fact(label, "No date", "", ("agree one: nothing is in the file",), "ochre")
    meeting = meetings[0]
    where = ", ".join(part for part in (meeting.time, meeting.where) if part)
    who = listed([sight.names.their(who) for who in meeting.theirs])
    notes = (" · ".join(part for part in (where, meeting.what) if part), who)
    return Fact(label, sight.day(meeting.date), until((meeting.date - sight.as_of).days), tuple(n for n in notes if n))


def _late(sight: Sight, items: Sequence[Item]) -> Fact:
    days = [line.items[0].days for line in open_lines(sight.account, sight.playbook, sight.as_of, items)]
    late = [-left for left in days if left is not None and left < 0]
    ahead = sight.playbook.method.windows.account_ahead
    soon = [left for left in days if left is not None and 0 <= left <= ahead]
    notes = [findings.soon(len(soon), ahead)]
    if span := sight.account.timeframe:
        begins, left = (span.start - sight.as_of).days, (span.end - sight.as_of).days
        notes.append(findings.plan_end(sight.day(span.start), sight.day(span.end), begins, left))
    notes += _contract(sight)
    if late:
        longest = f"by {'' if len(late) == 1 else 'up to '}{max(late)} d"
        return Fact("Overdue", str(len(late)), longest, tuple(notes), "red")
    return Fact("Overdue", "Nothing", "", tuple(notes))


def _contract(sight: Sight) -> list[str]:
    """Name the end of the next contract of ours, and the day by which either side has to speak."""
    first = next(iter(contracts(sight.account, sight.playbook, sight.as_of)), None)
    if first is None:
        return []
    ahead = first.notice_by is not None and sight.as_of <= first.notice_by < first.until
    notice = f", notice day {sight.day(first.notice_by)}" if ahead and first.notice_by else ""
    return [f"next contract ends {sight.day(first.until)}{notice}"]
