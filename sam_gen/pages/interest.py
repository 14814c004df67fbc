"""Power and interest: how much of our time everybody is due, and whose influence their title does not tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sam_gen.assess.people import Standing
from sam_gen.assess.treatment import Surprise, Treated, Treatment, surprises, treatments
from sam_gen.draw import chip, marks
from sam_gen.draw.interest import Field, Interest, interest_grid
from sam_gen.draw.legend import Entry
from sam_gen.draw.svg import Svg
from sam_gen.model.people import Support
from sam_gen.model.wording import Wording
from sam_gen.pages.blocks import Block, Sight, folding, tally
from sam_gen.pages.parts import TOO_OLD, support, too_old
from sam_gen.pages.tables import Cell, Row, Table, columns
from sam_gen.pages.words import capital, count, listed

_HOW = {
    Treatment.WORK_WITH: "agree each step with them before others hear of it",
    Treatment.KEEP_CONTENT: "no surprises; ask what would touch them",
    Treatment.KEEP_INFORMED: "tell them what moves, before others do",
    Treatment.WATCH: "look again when their part changes",
}
_STAKES = 3


def interest_block(sight: Sight, people: Sequence[Standing]) -> Block:
    """Lay out the four groups; whose influence is not known stands below."""
    found = treatments(sight.account, sight.playbook, people, sight.as_of)
    known = [one for one in found if one.treatment]
    order = list(Treatment)
    known.sort(key=lambda one: (order.index(one.treatment or Treatment.WATCH), -(one.power or 0), one.who.person.key))
    limit = sight.playbook.method.people.powerful_from
    drawing = _drawing(sight, found, limit) if found else None
    heads = columns("Who", "How to treat them", ">Influence", "Stands", "At stake")
    return Block(
        heading=_heading(found, known),
        source=sight.source("people"),
        lead=_lead(sight, people, limit) if known else "",
        drawing=drawing,
        table=Table("Power and interest", heads, tuple(_row(sight, one) for one in known)),
        fold=folding(drawing, len(known), f"{count(len(known), 'person', 'people')}, and what each has at stake"),
        empty=_unknown([one for one in found if one.treatment is None])
        if found
        else "Whose word decides there? Name three, each with an influence from 0 to 10.",
    )


def stands_key(words: Wording, people: Iterable[Standing]) -> tuple[Entry, ...]:
    """Explain the marks of how somebody stands, and the heavy frame."""
    stands: list[tuple[Support | None, str]] = [(value, words.say(value)) for value in Support]
    shown = [(*marks.support(value), word) for value, word in [*stands, (None, "Not known")]]
    if any(too_old(who) for who in people):
        shown.append((*marks.support(Support.SUPPORTER, counts=False), TOO_OLD))
    entries = [Entry(marks.mark(shape, colour=tone), word) for shape, tone, word in shown]
    return (*entries, Entry(marks.mark(marks.frame("key")), "key player"))


def stands_chip(words: Wording, who: Standing, more: str = "", tone: str = "grey") -> chip.Chip:
    """Return somebody as a chip by how they stand."""
    value = who.support.value if who.support else None
    word = words.say(value) if value else "not known how they stand"
    old = ": ask again" if too_old(who) else ""
    heavy, counts = who.key_player, who.stand_counts
    return chip.person(who.person.name, value, f"{word}{old}", counts=counts, more=more, tone=tone, heavy=heavy)


def _drawing(sight: Sight, found: Sequence[Treated], limit: int) -> Svg:
    def field(kind: Treatment | None) -> tuple[chip.Chip, ...]:
        some = sorted((one for one in found if one.treatment is kind), key=_rank)
        return tuple(stands_chip(sight.words, one.who, "" if one.power is None else str(one.power)) for one in some)

    def named(kind: Treatment) -> Field:
        return Field(capital(kind.value), capital(_HOW[kind]), field(kind))

    return interest_grid(
        Interest(
            rows=(
                (f"Influence {limit} and more", (named(Treatment.KEEP_CONTENT), named(Treatment.WORK_WITH))),
                (f"Influence below {limit}", (named(Treatment.WATCH), named(Treatment.KEEP_INFORMED))),
            ),
            columns=("Nothing at stake on file", "Something at stake"),
            unknown=field(None),
            unknown_word="Influence not known yet",
            legend=(
                *stands_key(sight.words, (one.who for one in found)),
                Entry(None, "the number is the influence, 0 to 10"),
            ),
        )
    )


def _rank(one: Treated) -> tuple[int, bool, str]:
    return -(one.power or 0), not one.who.key_player, one.who.person.key


def _heading(found: Sequence[Treated], known: Sequence[Treated]) -> str:
    if not known:
        return f"Power and interest: {'influence not known yet' if found else 'nobody of theirs named yet'}"
    counts = [(sum(one.treatment is kind for one in known), f"to {kind.value}") for kind in Treatment]
    return f"Power and interest: {tally([(some, said, said) for some, said in counts], '')}"


def _lead(sight: Sight, people: Sequence[Standing], limit: int) -> str:
    said = f"Powerful is an influence of {limit} and more; at stake is what the file ties to their name."
    found = surprises(people, sight.playbook)
    quiet = [_surprise(one) for one in found if one.quiet]
    title = [_surprise(one) for one in found if not one.quiet]
    if quiet:
        said += f" More influence than the level suggests: {listed(quiet)}."
    if title:
        said += f" Less than the title suggests: {listed(title)}."
    return said


def _surprise(one: Surprise) -> str:
    return f"{one.who.person.name} ({one.who.influence.value if one.who.influence else 0} of 10)"


def _row(sight: Sight, one: Treated) -> Row:
    treatment = one.treatment or Treatment.WATCH
    more = len(one.stakes) - _STAKES
    stakes = [*one.stakes[:_STAKES], *([f"and {count(more, 'more', 'more')}"] if more > 0 else [])]
    return Row(
        (
            Cell(one.who.person.name, second=one.who.person.title or ""),
            Cell(capital(treatment.value), second=_HOW[treatment]),
            Cell(str(one.power)),
            support(one.who, sight.words).cell,
            Cell("; ".join(stakes)) if stakes else Cell("nothing the file knows of", tone="grey"),
        )
    )


def _unknown(unknown: Sequence[Treated]) -> str:
    if not unknown:
        return ""
    keys = [one.who.person.name for one in unknown if one.who.key_player]
    names = keys or [one.who.person.name for one in unknown]
    shown, first = listed(names[:3]), "first " if len(names) > 3 else ""
    verb = "wants" if len(names) == 1 else "want"
    ask = f"ask {first}how often decisions in their area go the way {shown} {verb}"
    return f"Influence not known yet of {count(len(unknown), 'person', 'people')}: {ask}."
