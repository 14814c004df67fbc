"""Findings: what a heading or a fact says of counts, as a reader would say it for none, one and many."""

from __future__ import annotations

from sam_gen.pages.words import capital, count, number, span, until


def key_players(people: int, players: int, known: int, friends: int) -> str:
    """Say how many of the key players are for us; `known` of them have said or shown how they stand."""
    if not people:
        return "Who: nobody on the map yet"
    if not players:
        return "Who: no key player named yet"
    if not known:
        return f"Who: not known how {_the(players, 'key player')} {'stands' if players == 1 else 'stand'}"
    if players == 1:
        return f"Who: the one key player is {'' if friends else 'not '}for us"
    if friends == players:
        return f"Who: {_all(players, 'key players')} are for us"
    verb = "is" if friends == 1 else "are"
    return f"Who: {number(friends) if friends else 'none'} of {number(players)} key players {verb} for us"


def vacant_posts(posts: int) -> str:
    """Say that nobody sits in any of the key posts."""
    return "Who: the one key post is vacant" if posts == 1 else f"Who: {_all(posts, 'key posts')} are vacant"


def _the(total: int, noun: str) -> str:
    return f"the one {noun}" if total == 1 else f"the {count(total, noun)}"


def _all(total: int, nouns: str) -> str:
    return f"both {nouns}" if total == 2 else f"all {number(total)} {nouns}"


def stands(heard: int, assumed: int, old: int, unknown: int) -> str:
    """Say how we know how the key players stand: seen or heard, assumed, once known, not known yet."""
    parts = [(heard, "seen or heard"), (assumed, "assumed"), (old, "too old to count"), (unknown, "not known yet")]
    said = [(number(value), value, word) for value, word in parts if value]
    if not said:
        return "no stand known yet"
    (first, value, word), rest = said[0], said[1:]
    noun = "stand" if value == 1 else "stands"
    return ", ".join([f"{first} {noun} {word}", *(f"{number_} {word_}" for number_, _, word_ in rest)])


def silence(silent: int, people: int) -> str:
    """Say with how many of their people there was no talk that still counts."""
    if not silent:
        return "nobody is left out"
    return "no talk with anybody" if silent == people else f"no talk with {number(silent)} of them"


def soon(items: int, days: int) -> str:
    """Say what falls due within so many days."""
    return f"{number(items) if items else 'nothing'} due in the next {days} days"


def plan_end(start: str, end: str, begins: int, left: int) -> str:
    """Say when the plan begins or ends, with the days until then or since."""
    if begins > 0:
        return f"plan {plan_span(begins, left)}, {start} to {end}"
    if left == 0:
        return "plan ends today"
    return f"plan runs to {end}, {left} d left" if left > 0 else f"plan ended {end}, {-left} d ago"


def plan_span(begins: int, left: int) -> str:
    """Say how far off the beginning of the plan is, or its end once it has begun."""
    if begins > 0:
        return f"begins {until(begins)}"
    if left == 0:
        return "ends today"
    return f"{left} d left" if left > 0 else f"ended {-left} d ago"


def due(late: int, items: int) -> str:
    """Say how many of the open items are late."""
    finding = f"{count(late, 'is', 'are')} late" if late else "nothing is late" if items else "nothing open"
    return f"Promised and due: {finding}"


def wants(initiatives: int, bare: int) -> str:
    """Say how many initiatives they have, and how many no objective serves."""
    if not initiatives:
        return "What they want: not known yet"
    one = initiatives == 1
    if not bare:
        part = "with an objective" if one else "each with an objective"
    elif bare == initiatives:
        part = "without an objective yet" if one else "none with an objective yet"
    else:
        part = f"{number(bare)} without an objective"
    return f"What they want: {count(initiatives, 'initiative')}, {part}"


def unknown(people: int, assumed: int) -> str:
    """Say of how many people something is missing, and how many initiatives are only assumed."""
    gaps = f"something about {count(people, 'person', 'people')}" if people else ""
    wishes = f"whether {count(assumed, 'initiative is theirs', 'initiatives are theirs')}" if assumed else ""
    return ", ".join(part for part in (gaps, wishes) if part) or "no gap on file"


def talks(on_file: int, lately: int, window: int) -> str:
    """Say how many talks there were within so many days."""
    if not on_file:
        return "Last talks: none on file"
    said = f"{count(lately, 'talk')} on file" if lately else "none"
    return f"Last talks: {said} in {span(window)}"


def reporting(people: int, vacant: int, unplaced: int = 0) -> str:
    """Say who is on the map: people, vacant posts, and who has no place in the tree."""
    if not people and not vacant:
        return "Who reports to whom: nobody on the map yet"
    there = [count(people, "person", "people")] if people else []
    there += [f"{count(vacant, 'post')} vacant"] if vacant else []
    there += [f"{number(unplaced)} not placed"] if unplaced else []
    return f"Who reports to whom: {', '.join(there)}"


def late_things(late: int, longest_at: str, next_at: str, when: str) -> str:
    """Say what is late over all accounts, where it has been late for longest, and whom we meet next."""
    where = f", {'at' if late == 1 else 'longest at'} {longest_at}" if late else " in any account"
    said = f"{capital(count(late, 'thing is', 'things are')) if late else 'Nothing is'} late{where}"
    if not next_at:
        return f"{said}."
    if late and next_at == longest_at:
        return f"{said}; we meet them next, {when}."
    return f"{said}. Next with a client: {next_at}, {when}."


def more_items(more: int) -> str:
    """Say how many items a list leaves out; nothing if it shows all."""
    return f"{number(more)} more {'stands' if more == 1 else 'stand'} on the account pages" if more else ""
