"""Specimens of the grids about people: interest, coverage, functions, agreement, introductions, who would be missed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sam_gen.draw import chip, marks
from sam_gen.draw.consensus import Matter, Stance, consensus_rows
from sam_gen.draw.coverage import Coverage, Theirs, Tie, Unit, coverage_matrix
from sam_gen.draw.functions import Function, Functions, function_grid
from sam_gen.draw.interest import Field, Interest, interest_grid
from sam_gen.draw.legend import Entry
from sam_gen.draw.losses import Leaver, losses
from sam_gen.draw.svg import Svg
from sam_gen.draw.ways import Chain, Join, Step, chains
from sam_gen.pages.gallery.cast import Cast
from sam_gen.pages.gallery.exhibit import Exhibit
from sam_gen.pages.gallery.people import STANDS
from sam_gen.pages.words import amount


def stands_key() -> tuple[Entry, ...]:
    """Return the marks of the six stands."""
    shapes = ((*marks.support(value), word) for value, word in STANDS)
    return tuple(Entry(marks.mark(shape, colour=tone), word) for shape, tone, word in shapes)


def _chips(names: Sequence[str], start: int, step: int, scores: Sequence[str] = ("",)) -> tuple[chip.Chip, ...]:
    return tuple(
        chip.person(names[at], *STANDS[at % 6], more=scores[at % len(scores)], heavy=at % 4 == 0)
        for at in range(start, len(names), step)
    )


def _interest(cast: Cast) -> Svg:
    high, low = ("10", "9", "8", "7"), ("6", "5", "3", "0")
    some = [_chips(cast.names, start, 5, scores) for start, scores in enumerate((high, high, low, low, ("",)))]
    fields = [
        Field(cast.text(name, at), how, some[at])
        for at, (name, how) in enumerate((
            ("Keep content", "No surprises, a word each quarter"),
            ("Work with closely", "Agree each step with them"),
            ("Watch", "Notice when something changes"),
            ("Keep informed", "They speak of us to others"),
        ))
    ]  # fmt: skip
    rows = (("Influence 7 and more", (fields[0], fields[1])), ("Influence below 7", (fields[2], fields[3])))
    key = (*stands_key(), Entry(None, "the number is the influence"))
    return interest_grid(
        Interest(rows, ("Nothing at stake", "Something at stake"), some[4], "Influence not known", key)
    )


def _coverage(cast: Cast) -> Svg | None:
    names = cast.names[:16]
    if not names:
        return None
    ours = tuple(
        (name, cast.text("Account manager", at)) for at, name in enumerate(cast.names[-10 if len(names) > 11 else -4 :])
    )

    def tie(row: int, column: int) -> Tie | None:
        talks = (row * 5 + column * 3) % 7 - 1
        if talks < 1:
            return None
        left, age, tone = ((0.8, "12 d", "ink"), (0.3, "96 d, late", "ochre"), (0.0, "303 d, stale", "red"))[talks % 3]
        return Tie(talks, f"{talks} {'talk' if talks == 1 else 'talks'}", age, left, tone, row % len(ours) == column)

    rows = tuple(
        Theirs(name, cast.title(at), at % 4 == 0, tuple(tie(at, i) for i in range(len(ours))), "5", "1 live", "ink")
        for at, name in enumerate(names)
    )
    half = (len(rows) + 1) // 2
    others = "Nobody of ours has talked with Kwame Strandvik, Oksana Ilvesalo and Pascoe Adeyinka."
    units = tuple(
        Unit(cast.text(name, at), some, f"live with {at + 1} of {len(some)}", others if cast.form == "extreme" else "")
        for at, (name, some) in enumerate((("Works", rows[:half]), ("Sales", rows[half:])))
        if some
    )
    sums = tuple((f"{at % 3 + 1} of {len(rows)}", f"{at * 4} talks") for at in range(len(ours)))
    heads = ("Theirs", "Talks in a year", "Live ties")
    return coverage_matrix(Coverage(f"Talks of ours with theirs, {cast.form}", ours, units, sums, heads))


def _functions(cast: Cast) -> Svg | None:
    words = ("Works", "Purchasing", "Finance", "Quality", "Logistics", "IT", "People", "Board")
    size = {"empty": 0, "small": 2, "typical": 5}.get(cast.form, 8)
    levels = ("Board", "Director", "Manager", "Specialist")
    rows = tuple(
        Function(
            cast.text(words[at], at),
            tuple(_chips(cast.names, at + level, size * 2 - 1) if (at + level) % 3 else () for level in range(4)),
            "nobody" if at % 4 == 3 else "1 of 3",
            "ochre" if at % 4 == 3 else "ink",
        )
        for at in range(size)
    )
    if not rows:
        return None
    label = f"Functions and levels, {cast.form}"
    return function_grid(Functions(label, levels, rows, ("4", "2", "nobody", "6"), stands_key()))


_MATTERS: tuple[tuple[str, str, str, tuple[str | None, ...]], ...] = (
    ("A third less waste", "They agree", "teal", ("for", "neutral", "for", None)),
    ("One order book", "Not yet: one can stop it", "red", ("for", "neutral", None, "against")),
    ("Night shift without paper", "Nobody heard yet", "grey", ()),
    ("A second line", "They do not agree", "ochre", ("against", "for", "neutral", None)),
)
"""What they want, whether they agree, and how they stand in turn."""


def _consensus(cast: Cast) -> Svg | None:
    size = {"empty": 0, "small": 1, "typical": 4, "hostile": 4}.get(cast.form, 9)
    matters = tuple(_matter(cast, at) for at in range(size))
    return consensus_rows(matters) if matters else None


def _matter(cast: Cast, at: int) -> Matter:
    """Return one matter; only where one can stop it has somebody against it a veto."""
    name, said, tone, stands = _MATTERS[at % 4]
    voices = [(name, stands[i % len(stands)], i) for i, name in enumerate(cast.names)] if stands else []
    return Matter(
        cast.text(name, at),
        said,
        tone,
        tuple(Stance(who, stand, tone == "red" if stand == "against" else i % 5 == 1) for who, stand, i in voices),
    )


def _ways(cast: Cast) -> Svg | None:
    names = cast.names
    most = {"small": 1, "typical": 4, "hostile": 6}.get(cast.form, 14)
    lines: list[Chain] = []
    for at in range(min(most, len(names))):
        some = [names[(at * 3 + i) % len(names)] for i in range(2 + at % 3)]
        steps = tuple(
            Step(name, "ours" if i == 0 else cast.title(at + i), STANDS[(at + i) % 6][0], ours=i == 0)
            for i, name in enumerate(some)
        )
        kinds = (("talk", "talked 9 d ago"), ("influence", "moves"), ("line", "reports to"))
        lines.append(Chain(steps, tuple(Join(*kinds[i % 3]) for i in range(len(steps) - 1))))
    if names:
        missing = cast.text("Nobody yet: ask who could introduce us", 0)
        lines.append(Chain((Step(names[-1], cast.title(2), None),), (), missing))
    return chains(lines) if lines else None


def _losses(cast: Cast) -> Svg | None:
    people = tuple(
        Leaver(
            name, cast.title(at), at % 3 == 0,
            (at % 4, (at * 3) % 5, 0, cast.number(at) if cast.form == "hostile" else (at * 7) % 13),
            amount(Decimal(cast.number(at)), "EUR") if at % 2 == 0 else "",
        )
        for at, name in enumerate(cast.names)
    )  # fmt: skip
    kinds = ("Ties", "Ways in", "Carried alone", "Opportunities")
    return losses(kinds, people, f"What would go, {cast.form}") if people else None


EXHIBITS = (
    Exhibit(
        "interest", "Power and interest", "People", "On whom should we spend our time?",
        ("interest.interest_grid", "chip.chips"), "bare", _interest,
        (
            "Four fields with nobody in them, each still says how its people are treated.",
            "Three people, two of them to be worked with closely or kept content.",
            "The upper right field holds who has influence and something at stake.",
            "Sixty people: the most influential first, and a count where a field is full.",
            "Chips wrap; a name as wide as a field breaks inside it.",
        ),
    ),
    Exhibit(
        "coverage", "Coverage", "People", "Who of us talks with whom of them, and where does nobody?",
        ("coverage.coverage_matrix",), "bare", _coverage,
        (
            "Without people or talks the page says what to write.",
            "Blank fields are pairs that never talked.",
            "Full discs are close ties, red bars are stale ones, and an empty row has no tie at all.",
            "Ten of ours and sixteen of theirs: the matrix scrolls in its frame, names stay.",
            "Names break inside their cells; the columns keep apart.",
        ),
    ),
    Exhibit(
        "functions", "Functions and levels", "People", "Which functions and levels of theirs do we not know?",
        ("functions.function_grid",), "bare", _functions,
        (
            "Without people the page asks for three.",
            "A hatched field is a level on which nobody is known.",
            "Hatched rows are functions we do not know; the last column says how many ties live.",
            "Eight functions with sixty people; each field counts what it cannot show.",
            "Chips with long names break inside their field.",
        ),
    ),
    Exhibit(
        "agreement", "Agreement", "People", "Do they agree among themselves on what they want?",
        ("consensus.consensus_rows",), "bare", _consensus,
        (
            "Without initiatives there is nothing to agree on; the page asks for one.",
            "One initiative and three voices.",
            "Heavy chips can stop it; the last column says whether they agree.",
            "Nine initiatives with sixty voices: eight chips a stand, then a count.",
            "Each voice stands under its stand, whatever its name.",
        ),
    ),
    Exhibit(
        "introductions", "Introductions", "People", "Who could bring us to somebody we do not talk with?",
        ("ways.chains",), "bare", _ways,
        (
            "We talk with everybody who counts, or nobody is on file.",
            "One way over one talk, and one person to whom no way is known.",
            "Each line is a way: heavy lines are talks, dashed ones influence, the last name is whom we want to meet.",
            "Fourteen ways; each breaks between two people, never inside a mark.",
            "Names of any length stay in their step.",
        ),
    ),
    Exhibit(
        "leaving", "Who would be missed", "People", "What would go with a person who leaves?",
        ("losses.losses", "axis.bar"), "bare", _losses,
        (
            "Without people nothing can be lost.",
            "A bar before the name: with this person something goes that nobody else holds.",
            "The longest bars show what goes with whom; all share one scale.",
            "Sixty people; the scale is that of the largest count.",
            "A count of hundreds of billions fills its bar and no more; 0 is a dash.",
        ),
    ),
)  # fmt: skip
