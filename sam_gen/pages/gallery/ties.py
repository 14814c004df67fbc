"""Specimens of the grids about people: interest, coverage, functions and levels."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.draw import chip, marks
from sam_gen.draw.coverage import Coverage, Theirs, Tie, Unit, coverage_matrix
from sam_gen.draw.functions import Function, Functions, function_grid
from sam_gen.draw.interest import Field, Interest, interest_grid
from sam_gen.draw.legend import Entry
from sam_gen.draw.svg import Svg
from sam_gen.pages.gallery.cast import Cast
from sam_gen.pages.gallery.exhibit import Exhibit
from sam_gen.pages.gallery.people import STANDS
from sam_gen.pages.words import listed, short_name

_ROWS = 16
"""People of theirs with a row in the coverage; who comes after them has never talked with us."""
_LEVELS = ("Board", "Director", "Manager", "Specialist")
_WITH = "with "
_HIGH = 7
"""The influence from which somebody is a key player here."""


def stands_key() -> tuple[Entry, ...]:
    """Return the marks of the six stands."""
    shapes = ((*marks.support(value), word) for value, word in STANDS)
    return tuple(Entry(marks.mark(shape, colour=tone), word) for shape, tone, word in shapes)


def _chips(names: Sequence[str], start: int, step: int, scores: Sequence[int] = ()) -> tuple[chip.Chip, ...]:
    """Return every so many of the people, the most influential first."""
    some = [(scores[at // step % len(scores)] if scores else None, at) for at in range(start, len(names), step)]
    some.sort(key=lambda one: -(one[0] or 0))
    return tuple(
        chip.person(names[at], *STANDS[at % 6], more="" if score is None else str(score),
                    heavy=score is not None and score >= _HIGH)
        for score, at in some
    )  # fmt: skip


def _interest(cast: Cast) -> Svg:
    high, low = (10, 9, 8, _HIGH), (6, 5, 3, 0)
    some = [_chips(cast.names, start, 5, scores) for start, scores in enumerate((high, high, low, low, ()))]
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
    people = tuple(_theirs(cast, at, name) for at, name in enumerate(cast.names[:_ROWS]))
    if not people:
        return None
    half = (len(people) + 1) // 2
    silent = [cast.names[_ROWS + at : _ROWS + at + 3] for at in (0, 3)]
    parts = (people[:half], people[half:])
    names = (cast.text(name, at) for at, name in enumerate(("Works", "Sales")))
    return coverage_matrix(
        Coverage(
            f"Talks of ours with theirs, {cast.form}",
            tuple((name, cast.text("Account manager", at)) for at, name in enumerate(cast.ours)),
            tuple(unit(*part) for part in zip(names, parts, silent, strict=True)),
            tuple(each_of_us(people, at, len(people) + sum(map(len, silent))) for at in range(len(cast.ours))),
            ("Theirs", "Talks in a year", "Live ties"),
        )
    )


def unit(name: str, people: tuple[Theirs, ...], silent: Sequence[str]) -> Unit:
    """Say with how many of a unit a tie is live, and who of it has no row since nobody ever talked with them."""
    live = sum(any(map(is_live, one.ties)) for one in people)
    others = f"Nobody of ours has talked with {listed(list(silent))}." if silent else ""
    return Unit(name, people, f"a live tie with {live or 'none'} of {len(people) + len(silent)}", others)


def each_of_us(people: Sequence[Theirs], column: int, whole: int) -> tuple[str, str]:
    """Say with how many of theirs one of ours has a live tie."""
    return f"{sum(is_live(one.ties[column]) for one in people) or 'none'} of {whole}", "live ties"


def is_live(tie: Tie | None) -> bool:
    """Whether the last talk of two still counts."""
    return bool(tie and tie.left)


def _theirs(cast: Cast, at: int, name: str) -> Theirs:
    """Return one row with its sums; one in eight has never talked with us."""
    ties = tuple(None if at % 8 == 6 else _tie(at, column, len(cast.ours)) for column in range(len(cast.ours)))
    talks, live = sum(tie.talks for tie in ties if tie), sum(map(is_live, ties))
    return Theirs(name, cast.title(at), at % 4 == 0, ties, str(talks), str(live or "none"), "ink" if live else "ochre")


def _tie(row: int, column: int, ours: int) -> Tie | None:
    talks, owner = (row * 5 + column * 3) % 7 - 1, row % ours == column
    if talks < 1:
        return Tie(0, "owner, no talk", "", None, "ochre", owner) if owner else None
    left, age, tone = ((0.8, "12 d", "ink"), (0.3, "96 d, late", "ochre"), (0.0, "303 d, stale", "red"))[talks % 3]
    said = f"{talks} {'talk' if talks == 1 else 'talks'}"
    return Tie(talks, f"owner, {said}" if owner else said, age, left, tone, owner)


def _functions(cast: Cast) -> Svg | None:
    words = ("Works", "Purchasing", "Finance", "Quality", "Logistics", "IT", "People", "Board")
    size = {"empty": 0, "small": 2, "typical": 5}.get(cast.form, 8)
    if not size:
        return None
    placed = _placed(cast, size)
    rows = tuple(
        function(cast.text(words[at], at), [placed.get((at, level), ()) for level in range(len(_LEVELS))])
        for at in range(size)
    )
    label = f"Functions and levels, {cast.form}"
    key = (
        *stands_key(),
        Entry(None, "below a name: who of us has a live tie; “no live tie” is said of key players alone"),
    )
    return function_grid(Functions(label, _LEVELS, rows, known(rows), key))


def _placed(cast: Cast, size: int) -> dict[tuple[int, int], tuple[chip.Chip, ...]]:
    """Put each person into one field in turn, many of sixty into the first; nobody stands in every fourth function."""
    fields = [(at, level) for at in range(size) for level in range(4) if at % 4 != 3 and (at + level) % 3]
    found: dict[tuple[int, int], tuple[chip.Chip, ...]] = {}
    for at, name in enumerate(cast.names):
        spot = fields[0 if cast.form == "extreme" and at % 5 == 4 else at % len(fields)]
        heavy, ours = at % 4 == 0, short_name(cast.ours[at % len(cast.ours)])
        more = f"{_WITH}{ours}" if at % 3 != 1 else "no live tie" if heavy else ""
        tone = "ochre" if at % 3 == 1 else "grey"
        found[spot] = (*found.get(spot, ()), chip.person(name, *STANDS[at % 6], more=more, tone=tone, heavy=heavy))
    return found


def function(name: str, fields: Sequence[tuple[chip.Chip, ...]]) -> Function:
    """Say with how many of a function somebody of us has a live tie."""
    some = [one for field in fields for one in field]
    live = sum(one.more.startswith(_WITH) for one in some)
    said = f"{live or 'none'} of {len(some)}" if some else "nobody known"
    return Function(name, tuple(fields), said, "ink" if live else "ochre")


def known(rows: Sequence[Function]) -> tuple[str, ...]:
    """Say how many people are known on each level."""
    return tuple(str(sum(len(one.fields[at]) for one in rows) or "nobody") for at in range(len(_LEVELS)))


EXHIBITS = (
    Exhibit(
        "interest", "Power and interest", "People", "On whom should we spend our time?",
        ("interest.interest_grid", "chip.chips"), "bare", _interest,
        (
            "Four fields with nobody in them, each still says how its people are treated.",
            "Three people, two of them to be worked with closely or kept content.",
            "The upper right field holds who has influence and something at stake.",
            "Sixty people: the most influential first, and each field says how many it has.",
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
            "Ten of ours by sixteen of theirs and six without a talk: the matrix scrolls in its frame, names stay.",
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
            "Eight functions with sixty people; a full field counts what it cannot show.",
            "Chips with long names break inside their field.",
        ),
    ),
)  # fmt: skip
