"""A focus about what we do in words: promises, steps, wishes, measures, objectives, the plan itself."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sam_gen.advise.addressed import named
from sam_gen.advise.focus import Focus
from sam_gen.advise.redated import speaks
from sam_gen.assess.agenda import Item
from sam_gen.assess.people import Standing
from sam_gen.assess.plan import open_objectives, validations
from sam_gen.model.plan import Objective
from sam_gen.model.scalars import key_of
from sam_gen.pages.blocks import Sight, figure
from sam_gen.pages.focus_parts import Words, ahead, held, helper, next_meeting, planned
from sam_gen.pages.words import capital, count, listed, span


def promise(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> Words:
    """Say which promise of ours is late."""
    item, client = chosen.item, sight.account.name
    if item is None or item.due is None:
        raise ValueError("a focus on a promise has an item with a day")
    by, whom = sight.names.full(item.owner), sight.names.full(item.to) or client
    days, due = (sight.as_of - item.due).days, sight.day(item.due)
    until = sight.as_of + datetime.timedelta(days=sight.playbook.method.coaching.fortnight)
    steps = [one for who in chosen.who for one in planned(sight, who, until, item)]
    return Words(
        sentence=f"We owe {whom} something that is {days} d late: {item.what.rstrip('.')}.",
        why=f"{by} promised it for {due}; {whom} has been waiting since.",
        goal=f"{due} has passed: what will {whom} have in hand, and on which day?",
        options=(
            *(held(sight, one) for one in steps[:1]),
            f"{by} tells {whom} this week which day comes in place of {due}",
            f"{by} sends {whom} what is ready of the work due {due}, and says what the rest waits for",
            f"Somebody else takes it over from {by}, and tells {whom} which day comes in place of {due}",
        )[:3],
        nothing=f"{whom} learns what a day we name, such as {due}, is worth.",
        field="promises",
    )


def late(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> Words:
    """Say which step of ours is late."""
    item, client = chosen.item, sight.account.name
    if item is None or item.due is None:
        raise ValueError("a focus on a late step has an item with a day")
    by, due = sight.names.full(item.owner), sight.day(item.due)
    days = (sight.as_of - item.due).days
    taken = f"decided {sight.day(item.review.date)}, " if item.review else ""
    return Words(
        sentence=f"A step of ours is {days} d late: {item.what.rstrip('.')}.",
        why=f"{by} has it, {taken}due {due}; of all that is late for {client} on our side it is the oldest step.",
        goal=f"What will be different at {client} once the step of {due} is done, and on which day will it be?",
        options=_late_options(sight, item, by, due),
        nothing=f"a day in the plan for {client}, such as {due}, stops meaning anything.",
        field="reviews" if item.review else "actions",
    )


def _late_options(sight: Sight, item: Item, by: str, due: str) -> tuple[str, ...]:
    """Return ways out of a late step; one that is a word to somebody has others than one that is work."""
    client, verb = sight.account.name, speaks(item.what)
    if not verb:
        return (
            f"{by} does this week what {client} was to have by {due}, and says on which day",
            f"Somebody else takes over from {by} what was due {due} for {client}",
            f"Strike out the step of {due}, and tell whoever at {client} counts on it",
        )
    whom = listed([one.name for one in named(item.what, sight.account.people)]) or f"somebody at {client}"
    meeting = next_meeting(sight)
    waits = f", and does not wait for {sight.day(meeting.date)}" if meeting else ""
    return (
        f"{by} rings {whom} this week{waits}",
        f"{by} writes down the answer of {whom} that would be hardest to hear, and what follows from it",
        f"{by} says openly that it will not happen, and who of ours is nearer to {whom}",
    )


def wish(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> Words:
    """Say what they asked for and have not got."""
    asked, client = chosen.wish, sight.account.name
    if asked is None:
        raise ValueError("a focus on a wish has one")
    whom, days = sight.names.their(asked.who) or client, (sight.as_of - asked.date).days
    limit, since = sight.playbook.method.health.voice.settle_within, sight.day(asked.date)
    return Words(
        sentence=f"{capital(whom)} has waited {days} d for an answer: {(asked.wants or '').rstrip('.')}.",
        why=f"{capital(whom)} asked on {since}; a wish is to be settled within {span(limit)}.",
        goal=f"What will {whom} hear from us on the wish of {since}, and on which day?",
        options=(
            f"Tell {whom} what we will do about the wish of {since}, and by when",
            f"Tell {whom} that we will not do what was asked on {since}, and why",
            f"Ask {whom} whether the wish of {since} still holds",
        ),
        nothing=f"{whom} learns that it is no use to tell us, as on {since}.",
        field="feedback",
    )


def off_track(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> Words:
    """Say which objective is off its track, by which value."""
    one, now, client = chosen.objective, chosen.measure, sight.account.name
    if one is None or now is None or now.due is None:
        raise ValueError("a focus on a measure has an objective, and a benchmark that is due")
    unit = f" {now.measure.unit}" if now.measure.unit else ""
    day, actual, target = sight.day(now.due.date), f"{figure(now.due.actual)}{unit}", f"{figure(now.due.target)}{unit}"
    theirs = bool(validations(sight.account, sight.as_of))
    should = f"{target} was agreed" if theirs else f"our plan says {target}"
    return Words(
        sentence=f"“{one.name}” is off its track.",
        why=f"{now.measure.name}: {actual} on {day}, "
        f"where {should}; {sight.names.full(one.owner) or 'nobody'} answers for it.",
        goal=f"Which value after {actual} should {client} reach next, by which day, and what would bring it there?",
        options=(
            f"Ask those at {client} who do the work what held it at {actual}",
            f"Agree with {client} one step that would move it on from {actual}, and who takes it",
            f"Agree with {client} another value than {target}, or another day",
        ),
        nothing=f"{client} misses the next value as it missed {target}, and both sides know it.",
        field="objectives",
    )


def objective(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> Words:
    """Say what the objectives lack."""
    one, client = chosen.objective, sight.account.name
    if one is None:
        return _no_objective(sight)
    sides = (("no gain for the client", one.client_gets), ("no measure", one.measures))
    lacks = listed([text for text, there in sides if not there])
    owner = sight.owner(one.owner)
    due = f"due {sight.due(one.due)}" if one.due else "without a day"
    whom = _asked(sight, one) or f"whoever at {client} would have the use"
    return Words(
        sentence=f"“{one.name}” has {lacks}: so far it is our wish.",
        why=f"For {client} it is {due}, {owner}, and the file shows {lacks}.",
        goal=f"What would {whom} count to say that “{one.name}” was reached?",
        options=(
            f"Ask {whom} what “{one.name}” would bring them, in their own unit",
            f"Agree with {client} one measure for “{one.name}”: its value today and one on the way",
            f"Let “{one.name}” go",
        ),
        nothing=f"we reach “{one.name}”, and nobody at {client} has asked for it.",
        field="objectives",
    )


def _asked(sight: Sight, one: Objective) -> str:
    """Name who of theirs owns the initiative an objective is for."""
    wanted = (i.owner for i in sight.account.initiatives if one.for_ and i.key == key_of(one.for_))
    return sight.names.their(next(wanted, None))


def _no_objective(sight: Sight) -> Words:
    client, wanted = sight.account.name, next(iter(sight.account.initiatives), None)
    wants = count(len(sight.account.initiatives), "initiative")
    return Words(
        sentence=f"There is nothing both sides want to reach: {wants} of {client}, no open objective.",
        why=f"As of {sight.day(sight.as_of)} the file names {wants} of {client} and no open objective.",
        goal=f"What should {client} be able to say by {ahead(sight, 365)} that we reached together?",
        options=(
            f"Ask {client} what would show that “{wanted.name}” has worked"
            if wanted
            else f"Ask {client} what must have changed in a year, and why",
            f"Write one objective with a gain for {client}, a gain for us and a day",
            f"Ask what {client} would count",
        ),
        nothing=f"{client} measures us by something else than we do.",
        field="objectives",
    )


def not_validated(sight: Sight, people: Sequence[Standing], _chosen: Focus) -> Words:
    """Say that nobody of theirs has gone through the plan, or long ago."""
    client, asked = sight.account.name, helper(people, ())
    still = count(len(open_objectives(sight.account, sight.as_of)), "objective")
    done = validations(sight.account, sight.as_of)
    last = f"no validation by {client} is on file"
    lasts = sight.playbook.method.windows.validation_lasts
    if done:
        last = f"last gone through {sight.ago(done[0].date)}, by {sight.names.their(done[0].who)}"
    since = f" since {sight.day(done[0].date)}, longer than {span(lasts)}" if done else ""
    wanted = next((f"“{one.name}”" for one in sight.account.initiatives), "what they want")
    return Words(
        sentence=f"Nobody at {client} has gone through the plan{since}: {still} we wrote down alone.",
        why=f"The plan for {client} holds {still} as of {sight.day(sight.as_of)}; {last}.",
        goal=f"Who at {client} should have changed one of {still} in this plan, and by when?"
        if len(open_objectives(sight.account, sight.as_of)) > 1
        else f"Who at {client} should be able to change this plan, and by when?",
        options=(
            f"Put two pages before {asked or 'whoever decides'} at {client}",
            f"Show {client} only {wanted}, and ask what is wrong",
            f"Let {asked or f'somebody at {client}'} write one objective of {client} afresh",
        ),
        nothing=f"it stays a plan about {client} without {asked or 'anybody of theirs'}.",
        field="validation",
    )


def changed(sight: Sight, _people: Sequence[Standing], chosen: Focus) -> Words:
    """Say that no gap stands out."""
    client, last = sight.account.name, chosen.talks[0] if chosen.talks else None
    who = listed([sight.names.their(one) for one in last.theirs]) if last else ""
    since = f"since {sight.day(last.date)}" if last else "since the last order"
    why = (
        f"Last talk {sight.ago(last.date)}{f', with {who}' if who else ''}."
        if last
        else f"No talk with {client} is on file in {span(sight.playbook.method.people.talks_window)}."
    )
    return Words(
        sentence=f"No gap stands out at {client}: talk about what has changed {since}.",
        why=why,
        goal=f"What has changed at {client} {since}, and what follows for the plan?",
        options=(
            f"Go line by line through what {who or client} told us{f' on {sight.day(last.date)}' if last else ''}",
            f"Ask the person we know least what is new at {client} {since}",
            f"Drop one thing from the plan for {client} that nobody has mentioned {since}",
        ),
        nothing=f"then say so, and look at {client} again on {ahead(sight, 14)}.",
        field="contacts",
    )
