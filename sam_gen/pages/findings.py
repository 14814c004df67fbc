"""Findings: what a heading or a fact says of counts, as a reader would say it for none, one and many."""

from __future__ import annotations

from sam_gen.pages.words import capital, count, number


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


def stands(unknown: int) -> str:
    """Say of how many key players it is not known how they stand."""
    return f"{count(unknown, 'stand')} not known yet" if unknown else "every stand is known"


def silence(silent: int) -> str:
    """Say with how many people we are out of touch."""
    return f"{count(silent, 'person', 'people')} we have not heard from" if silent else "nobody is out of sight"


def soon(items: int, days: int) -> str:
    """Say what falls due within so many days."""
    return f"{number(items) if items else 'nothing'} due in the next {days} days"


def plan_end(end: str, left: int) -> str:
    """Say when the plan ends, with the days that are left or gone."""
    if left == 0:
        return "plan ends today"
    return f"plan runs to {end}, {left} d left" if left > 0 else f"plan ended {end}, {-left} d ago"


def due(late: int, items: int) -> str:
    """Say how many of the open items are late."""
    finding = f"{count(late, 'is', 'are')} late" if late else "nothing is late" if items else "nothing open"
    return f"Promised and due: {finding}"


def wants(initiatives: int, bare: int) -> str:
    """Say how many initiatives they have, and in how many we have no part."""
    if not initiatives:
        return "What they want: not known yet"
    one = initiatives == 1
    if not bare:
        part = "with our part" if one else "each with our part"
    elif bare == initiatives:
        part = "without our part yet" if one else "none with our part yet"
    else:
        part = f"{number(bare)} without our part"
    return f"What they want: {count(initiatives, 'initiative')}, {part}"


def talks(on_file: int, year: int) -> str:
    """Say how many talks the last year had."""
    if not on_file:
        return "Last talks: none on file"
    return f"Last talks: {count(year, 'talk')} on file in a year" if year else "Last talks: none in a year"


def reporting(people: int, vacant: int, unplaced: int = 0) -> str:
    """Say who is on the map: people, vacant posts, and who has no place in the tree."""
    if not people and not vacant:
        return "Who reports to whom: nobody on the map yet"
    there = [count(people, "person", "people")] if people else []
    there += [f"{count(vacant, 'post')} vacant"] if vacant else []
    there += [f"{number(unplaced)} not placed"] if unplaced else []
    return f"Who reports to whom: {', '.join(there)}"


def late_things(late: int, longest_at: str) -> str:
    """Say what is late over all accounts, and where it has been late for longest."""
    if not late:
        return "Nothing is late in any account."
    if late == 1:
        return f"One thing is late, at {longest_at}."
    return f"{capital(count(late, 'thing'))} are late, longest at {longest_at}."


def more_items(more: int) -> str:
    """Say how many items a list leaves out; nothing if it shows all."""
    return f"{number(more)} more {'stands' if more == 1 else 'stand'} on the account pages" if more else ""
