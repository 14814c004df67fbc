"""Whom to coach on what this fortnight: one line for each of us who leads an account, ranked by points.

    points = silence + promise of the last talk + the account that needs the talk most

- silence: `never` where no talk is on file, else `per_week` for every full week since the last, at most `weeks_most`
- promise: `promise_late` where what was promised in the last talk is open after its day, `promise_open` before it.
  Its day is the talk's `due`, else a fortnight after the talk.
- account: `late_item` for every late item of ours, at most `late_items_most`; `review_ahead` where a review lies within
  the fortnight; `hole` where the focus is anything but a talk ahead or what has changed; `needs_help` where the newest
  level in the competency the focus trains is 1 or 2. Of several accounts the one with the most points counts, then the
  first by id.

All numbers are those of models/coaching.yml. Of two with the same points the one whose last talk is older comes first,
then the one first in team.yml. The focus is that of the account's own coaching page. One pass over the index; each
account is looked at once, by whoever leads it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sam_gen.advise.brief import theirs
from sam_gen.advise.focus import Focus, focus
from sam_gen.advise.trains import HELP, Trained, newest_scores, trained
from sam_gen.assess.portfolio import Dated, DateKind, Load, Portfolio, Seen
from sam_gen.model.coaching import Score, Session
from sam_gen.model.method import FocusKind
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Coaching

_WEEK = 7
_NO_HOLE = (FocusKind.TALK, FocusKind.CHANGED)


@dataclass(frozen=True)
class Part:
    """One part of the points, and what it is for."""

    points: int
    what: str


@dataclass(frozen=True)
class Turn:
    """One of us, the account and focus to talk about, and why now."""

    who: str
    """Id of team.yml."""
    seen: Seen
    focus: Focus
    helps: Trained
    score: Score | None
    """The newest in the competency the focus trains."""
    last: Session | None
    late_by: int | None
    """Days since what was promised in the last talk was due; negative lies ahead; None where nothing is open."""
    parts: tuple[Part, ...]

    @property
    def points(self) -> int:
        """What puts the line where it stands."""
        return sum(part.points for part in self.parts)


def turns(index: Portfolio, coaching: Coaching, playbook: Playbook, as_of: datetime.date) -> tuple[Turn, ...]:
    """Return a line for each of us who leads an account, the most pressing first."""
    ours = {colleague.id for colleague in playbook.team}
    found = [_turn(who, load, coaching, playbook, ours, as_of) for who, load in index.loads.items() if load.leads]
    return tuple(sorted(found, key=lambda one: (-one.points, _day(one.last))))


def last_session(coaching: Coaching, who: str, load: Load, as_of: datetime.date) -> Session | None:
    """Find the last talk with somebody: in their own file, or about an account they lead."""
    own = coaching.people[who].sessions if who in coaching.people else ()
    led = (coaching.accounts.get(seen.account.id) for seen in load.leads)
    return newest((*own, *(session for file in led if file for session in file.sessions)), as_of)


def newest(sessions: tuple[Session, ...], as_of: datetime.date) -> Session | None:
    """Return the newest talk that took place by that day; one without a day is none."""
    return max((one for one in sessions if one.date and one.date <= as_of), key=_day, default=None)


def open_since(session: Session | None, fortnight: int, as_of: datetime.date) -> int | None:
    """Return the days since a talk's promise was due, negative before its day; None where nothing is open."""
    if session is None or session.date is None or not session.will or (session.kept and session.kept <= as_of):
        return None
    due = session.due or session.date + datetime.timedelta(days=fortnight)
    return (as_of - due).days


def _turn(who: str, load: Load, coaching: Coaching, playbook: Playbook, ours: set[str], as_of: datetime.date) -> Turn:
    last = last_session(coaching, who, load, as_of)
    late_by = open_since(last, playbook.method.coaching.fortnight, as_of)
    scores = newest_scores(coaching.people.get(who), as_of)
    lines = [_of_account(seen, playbook, scores, ours, as_of) for seen in load.leads]
    seen, chosen, helps, score, parts = min(lines, key=lambda one: (-_sum(one[4]), one[0].account.id))
    mine = tuple(_of_person(last, late_by, playbook, as_of))
    return Turn(who, seen, chosen, helps, score, last, late_by, (*mine, *parts))


def _of_person(last: Session | None, late_by: int | None, playbook: Playbook, as_of: datetime.date) -> Iterator[Part]:
    model = playbook.method.coaching
    if last is None or last.date is None:
        yield Part(model.never, "no talk on file")
        return
    age = (as_of - last.date).days
    weeks = min(age // _WEEK * model.per_week, model.weeks_most)
    if weeks:
        yield Part(weeks, f"the last talk {age} days ago")
    if late_by is not None:
        late = late_by > 0
        said = f"a promise {_days(late_by)} late" if late else "a promise that is open"
        yield Part(model.promise_late if late else model.promise_open, said)


def _of_account(
    seen: Seen, playbook: Playbook, scores: Mapping[str, Score], ours: set[str], as_of: datetime.date
) -> tuple[Seen, Focus, Trained, Score | None, tuple[Part, ...]]:
    model = playbook.method.coaching
    chosen = focus(seen.account, playbook, seen.people, as_of)
    helps = trained(playbook, chosen.kind)
    score = scores.get(helps.competency.id) if helps.competency else None
    late = late_of_ours(seen, ours)
    near = reviews_within(seen.dates, model.fortnight, as_of)
    parts = []
    if late:
        said = "one late item of ours" if late == 1 else f"{late} late items of ours"
        parts.append(Part(min(late * model.late_item, model.late_items_most), said))
    if near:
        parts.append(Part(model.review_ahead, f"a review in {_days((near[0].date - as_of).days)}"))
    if chosen.kind not in _NO_HOLE:
        parts.append(Part(model.hole, "a hole in the account"))
    if helps.competency and score and score.level and score.level <= HELP:
        parts.append(Part(model.needs_help, f"level {score.level} in {helps.competency.name.lower()}"))
    return seen, chosen, helps, score, tuple(parts)


def late_of_ours(seen: Seen, ours: set[str]) -> int:
    """Count the late items of an account that are ours to do; without an owner one is ours."""
    return sum(line[0].overdue and not all(theirs(item, ours) for item in line) for line in seen.lines)


def reviews_within(dates: tuple[Dated, ...], days: int, as_of: datetime.date) -> list[Dated]:
    """Return the reviews that lie so many days ahead at most, the next first."""
    return [one for one in dates if one.kind is DateKind.REVIEW and (one.date - as_of).days <= days]


def _sum(parts: tuple[Part, ...]) -> int:
    return sum(part.points for part in parts)


def _days(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def _day(session: Session | None) -> datetime.date:
    return session.date if session and session.date else datetime.date.min
