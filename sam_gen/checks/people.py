"""SAM101 to SAM110: who looks after whom, and whom we talk with."""

from __future__ import annotations

from collections.abc import Iterator

from sam_gen.assess.people import Freshness, Standing, talk_lasts
from sam_gen.assess.value import have_work
from sam_gen.checks import lines
from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Hit, rule
from sam_gen.checks.planned import introduce, introduced_by, met_next, next_step, of_ours, planned, reason_to_go
from sam_gen.checks.sayings import cut, days, on
from sam_gen.model.claims import Basis
from sam_gen.model.scalars import key_of


@rule(
    "SAM101",
    "No lead",
    reads=("lead",),
    why="Nobody of ours answers when the client asks who is in charge, and nobody keeps this file.",
    remedy="Write lead: with an id of team.yml. If it is not decided, write who decides it, by when, as an action.",
    lesson="start-who-says-yes",
)
def no_lead(facts: Facts) -> Iterator[Hit]:
    """Fire when nobody leads the account."""
    if facts.account.lead is None:
        yield Hit(f"{cut(facts.account.name)} has no lead of ours.", facts.at("lead"))


@rule(
    "SAM102",
    "No backup",
    reads=("backup", "lead"),
    why="On the lead's first day of leave the client reaches somebody who knows nothing of the account.",
    remedy="Name a colleague who has met two of theirs as backup:. Nobody has? Take one along to the next talk first.",
    lesson="start-who-says-yes",
)
def no_backup(facts: Facts) -> Iterator[Hit]:
    """Fire when nobody stands in."""
    if facts.account.backup is None:
        lead = f"for {cut(facts.name(facts.account.lead))}" if facts.account.lead else "for a lead"
        yield Hit(f"Nobody stands in {lead} at {cut(facts.account.name)}.", facts.at("backup"))


@rule(
    "SAM103",
    "Lead and backup are one person",
    reads=("lead", "backup"),
    why="A backup who is the lead is absent on the same days.",
    remedy="Name a second colleague as backup:. If there is none yet, delete the line, so that the gap shows.",
    lesson="start-who-says-yes",
)
def same_backup(facts: Facts) -> Iterator[Hit]:
    """Fire when the lead is the backup."""
    account = facts.account
    if account.lead and key_of(account.lead) == key_of(account.backup):
        yield Hit(
            f"{cut(facts.name(account.lead))} is both lead and backup of {cut(account.name)}.", facts.at("backup")
        )


@rule(
    "SAM104",
    "No key player",
    reads=("people.roles", "people.key_player", "people.status"),
    why="Without a name for who decides and who may say no, the plan is addressed to a building.",
    remedy="Give roles: to those who decide, approve, pay or champion. Not known? Ask at the next talk who signs.",
    lesson="plan-the-map-is-not-the-chart",
)
def no_key_player(facts: Facts) -> Iterator[Hit]:
    """Fire when the file names no key player who is still there."""
    if not any(who.key_player for who in facts.people):
        there = len(facts.people)
        known = f"None of the {there} people" if there > 1 else "The one person" if there else "Nobody"
        verb = " is not" if there == 1 else " is"
        yield Hit(f"{known} on the map of {cut(facts.account.name)}{verb} a key player.", facts.at("people"))


@rule(
    "SAM105",
    "Key player without owner",
    reads=("people.owner", "people.roles", "people.key_player", "people.status", "meetings.theirs", "actions.what"),
    why="A tie that belongs to all of us is kept by nobody, and silence is noticed on their side first.",
    remedy="Write owner: with the colleague who goes. If nobody can, add an action: who introduces whom, by when.",
    lesson="plan-one-thread",
)
def no_owner(facts: Facts) -> Iterator[Hit]:
    """Fire for each key player whom nobody of ours looks after."""
    for who in facts.key_players:
        if who.person.owner is None:
            title = f", {cut(who.person.title)}" if who.person.title else ""
            yield Hit(
                f"Nobody of ours looks after {cut(who.person.name)}{title}, a key player.",
                who.person.place_of("owner"),
                f"people/{who.person.key}",
                line=lines.owner(facts, who),
                ask=_tie_asked(facts, who),
            )


def _tie_asked(facts: Facts, who: Standing) -> str:
    """Ask whoever meets them next, or has a step with them, to take the tie; where nobody does, our lead who goes."""
    meeting, name = met_next(facts, who.person.key), who.person.name
    if meeting:
        return of_ours(
            facts, meeting, who, f"you see {name} on {on(meeting.date)}: do you look after them from then on?"
        )
    step = next_step(facts, who)
    if step and step.owner:
        return facts.ask(step.owner, f"“{step.what}” is yours: do you look after {name} from then on?")
    return facts.ask(facts.account.lead, f"who of us goes to {name}, and with what reason?")


@rule(
    "SAM106",
    "Key player never met",
    reads=(
        "people.last_contact",
        "contacts",
        "people.roles",
        "people.key_player",
        "people.status",
        "people.owner",
        "people.reports_to",
        "influences",
        "meetings.theirs",
        "actions.what",
        "promises.to",
        "opportunities.prove",
        "opportunities.due",
        "risks.response",
    ),
    why="What we believe of somebody we have not met is somebody else's view of them.",
    remedy="Met? Add the talk to contacts: with its day. Not met? Keep the planned day, or ask for an introduction.",
    lesson="plan-one-thread",
)
def never_met(facts: Facts) -> Iterator[Hit]:
    """Fire for each key player without a talk on file."""
    for who in facts.key_players:
        if who.freshness is Freshness.NEVER:
            since = who.person.since
            there = f"; there since {on(since)}" if since and since <= facts.as_of else ""
            agreed = planned(facts, who)
            by = None if agreed or who.person.owner else introduced_by(facts, who)
            yield Hit(
                f"No talk with {cut(who.person.name)} is on file{there}.",
                who.person.place,
                f"people/{who.person.key}",
                owner=by,
                line=lines.talk(facts, who.person.key, by or lines.goes(facts, who)),
                ask=agreed or introduce(facts, who),
            )


@rule(
    "SAM107",
    "Talk with a key player is stale",
    reads=(
        "people.last_contact",
        "contacts",
        "people.roles",
        "people.key_player",
        "people.status",
        "people.cares_about",
        "tier",
        "meetings.theirs",
        "actions.what",
        "promises.to",
        "risks.response",
    ),
    why="Whoever has not heard from us for so long hears of us from others.",
    remedy="Spoken since? Add the talk to contacts:. Not spoken? Agree who goes, and with what reason of theirs.",
    lesson="plan-one-thread",
)
def stale_talk(facts: Facts) -> Iterator[Hit]:
    """Fire for each key player whose last talk no longer tells."""
    lasts = talk_lasts(facts.account, facts.playbook)
    for who in facts.key_players:
        if who.freshness is Freshness.STALE and who.last_talk and who.talk_age is not None:
            yield Hit(
                f"The last talk with {cut(who.person.name)} was on {on(who.last_talk)}, {days(who.talk_age)} ago; "
                f"a talk counts for {days(lasts)} here.",
                who.person.place,
                f"people/{who.person.key}",
                days=who.talk_age - lasts,
                line=lines.talk(facts, who.person.key, lines.goes(facts, who)),
                ask=planned(facts, who) or reason_to_go(facts, who),
            )


@rule(
    "SAM108",
    "Every stand is assumed",
    reads=(
        "people.support",
        "people.roles",
        "people.key_player",
        "people.status",
        "people.last_contact",
        "contacts",
        "footprint.held_by",
        "economics.revenue",
        "value",
    ),
    why="Everything the plan says of support is our own opinion of ourselves.",
    remedy="Set basis: observed where one of us saw or heard it. Nobody did? Take one stand to the next talk and ask.",
    lesson="diagnosis-what-have-you-seen",
)
def all_assumed(facts: Facts) -> Iterator[Hit]:
    """Fire when no key player's stand was seen, heard or said."""
    held = [who for who in facts.key_players if who.support]
    if held and all(who.support and who.support.basis is Basis.ASSUMED for who in held):
        one = len(held) == 1
        what = "The one known stand of a key player is" if one else f"{_all(len(held))} known stands of key players are"
        first = next((who for who in held if who.freshness is not Freshness.NEVER), held[0])
        stand = first.support.value.value if first.support else "neutral"
        yield Hit(
            f"{what} assumed; nobody has noted what they said or did.",
            first.person.place_of("support"),
            line=lines.claim(facts, "support", stand),
            ask=f"{first.person.name}, {_stand_asked(facts, first)}",
        )


def _stand_asked(facts: Facts, who: Standing) -> str:
    """Word what shows how somebody stands; nobody chooses us again who never met us, or never had work of ours."""
    if who.freshness is Freshness.NEVER:
        return "what should we know of your work before we speak of ours?"
    if not have_work(facts.account):
        return "what would you want to see of us before you gave us work?"
    return "if you had to choose again today, would you take us, and what would speak against it?"


def _all(number: int) -> str:
    return "Both" if number == 2 else f"All {number}"


@rule(
    "SAM109",
    "One of theirs in every talk",
    reads=("contacts.theirs", "contacts.date"),
    why="When this one person moves, the account moves with them, and we hear it last.",
    remedy="Book the next talk with somebody of another function. If only this one may speak to us, note it as a risk.",
    lesson="plan-one-thread",
)
def one_of_theirs(facts: Facts) -> Iterator[Hit]:
    """Fire when one and the same of theirs sat in all talks that count."""
    yield from _one_thread(facts, "theirs")


@rule(
    "SAM110",
    "One of ours in every talk",
    reads=("contacts.ours", "contacts.date"),
    why="When our one face is ill or leaves, the client knows nobody else of us.",
    remedy="Send a colleague alone to the next talk. If talks without the lead took place, add them to contacts:.",
    lesson="plan-one-thread",
)
def one_of_ours(facts: Facts) -> Iterator[Hit]:
    """Fire when one and the same of ours sat in all talks that count."""
    yield from _one_thread(facts, "ours")


def _one_thread(facts: Facts, side: str) -> Iterator[Hit]:
    there = [{key_of(who) for who in getattr(talk, side)} for talk in facts.talks]
    model = facts.method.people
    if len(there) < model.thread_from:
        return
    for key in sorted(set.intersection(*there)):
        prefix = "people" if side == "theirs" else "team"
        name = cut(facts.name(f"{prefix}/{key}"))
        message = f"{name} was in all {len(there)} talks on file of the last {days(model.talks_window)}."
        full = facts.name(f"{prefix}/{key}")
        ask = (
            f"{full}, who of your colleagues would want to sit in next time?"
            if side == "theirs"
            else f"{full}, which of the next talks can a colleague hold without you?"
        )
        line = (
            lines.meeting(facts)
            if side == "theirs"
            else lines.action(facts, "Hold the next talk", facts.account.backup)
        )
        yield Hit(message, facts.at("contacts"), f"{prefix}/{key}", line=line, ask=ask)


PEOPLE = (
    no_lead,
    no_backup,
    same_backup,
    no_key_player,
    no_owner,
    never_met,
    stale_talk,
    all_assumed,
    one_of_theirs,
    one_of_ours,
)
