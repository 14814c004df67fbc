"""Every drawing that is a grid, over a list of names: nobody, one, many, long, and in any script."""

from __future__ import annotations

from collections.abc import Sequence

from sam_gen.draw import chip
from sam_gen.draw.balance import Pull, balance
from sam_gen.draw.consensus import Matter, Stance, consensus_rows
from sam_gen.draw.coverage import Coverage, Theirs, Tie, Unit, coverage_matrix
from sam_gen.draw.functions import Function, Functions, function_grid
from sam_gen.draw.interest import Field, Interest, interest_grid
from sam_gen.draw.legend import Entry
from sam_gen.draw.losses import Leaver, losses
from sam_gen.draw.marks import mark, unknown
from sam_gen.draw.risks import Field as RiskField
from sam_gen.draw.risks import Risks, risk_matrix
from sam_gen.draw.svg import Svg
from sam_gen.draw.ways import Chain, Join, Step, chains

NAMES = {
    "nobody": (),
    "one": ("Priya Rao",),
    "many": tuple(f"Number {at} of Forty" for at in range(40)),
    "long": ("Wilhelmina-Charlotte Freifrau von Hohenlohe-Schillingsfürst zu Ratibor und Corvey", "M" * 80, "x" * 200),
    "scripts": (
        "王小明",
        "株式会社山田太郎製作所代表取締役社長",
        "محمد بن عبد الله الأنصاري",
        "Å̈ngström",
        'A <b> & "c"',
    ),
}
STANDS = ("mentor", "supporter", "neutral", "doubter", "opponent", None)
KEY = (Entry(mark(unknown(), colour="grey"), "Not known"), Entry(None, "the number is the influence"))


def every(names: Sequence[str]) -> dict[str, Svg]:
    """Return each drawing over those names."""
    return {
        "interest": interest(names),
        "coverage": coverage(names),
        "functions": functions(names),
        "consensus": consensus(names),
        "ways": ways(names),
        "losses": losses(("Ties", "Ways in", "Carried alone", "Opportunities"), tuple(map(leaver, names))),
        "risks": risks(names),
        "balance": balance((Pull("Operational", 3, None), Pull("Business", 0, 2)), ("They on us", "We on them"), 3),
    }


def people(names: Sequence[str]) -> tuple[chip.Chip, ...]:
    return tuple(
        chip.person(name, STANDS[at % 6], "Not known", more=str(at % 11), heavy=at % 3 == 0)
        for at, name in enumerate(names)
    )


def interest(names: Sequence[str]) -> Svg:
    some = people(names)
    fields = (Field("Keep content", "No surprises", some), Field("Work with closely", "Agree each step", some))
    rows = (("Influence 7 and more", fields), ("Influence below 7", fields))
    return interest_grid(Interest(rows, ("Nothing at stake", "Something at stake"), some, "Influence not known", KEY))


def coverage(names: Sequence[str]) -> Svg:
    ties = tuple(
        Tie(at % 5, f"{at % 5} talks", f"{7 * at} d", at / 10 if at else None, "ink", at == 1) if at % 2 else None
        for at in range(len(names))
    )
    rows = tuple(Theirs(name, name, at % 2 == 0, ties, "4", "none", "ochre") for at, name in enumerate(names))
    ours = tuple((name, "Account manager") for name in names)
    sums = tuple(("1 of 3", "live ties") for _ in names)
    units = (Unit("North", rows, "live with 1 of 3"), Unit(names[0] if names else "", rows, ""))
    return coverage_matrix(Coverage("Talks", ours, units, sums, ("Theirs", "Talks in a year", "Live ties")))


def functions(names: Sequence[str]) -> Svg:
    known, blank = Function("Operations", (people(names), ()), "1 of 2", "ink"), ((), ())
    rows = (known, Function("Quality", blank, "nobody", "ochre"))
    return function_grid(Functions("Functions", ("Board", "Manager"), rows, ("2", "nobody"), KEY))


def consensus(names: Sequence[str]) -> Svg:
    stands = ("for", "neutral", "against", None)
    voices = tuple(Stance(name, stands[at % 4], at % 4 < 3 and at % 3 == 0) for at, name in enumerate(names))
    matters = tuple(Matter(name, "They do not agree", "ochre", voices) for name in names[:3])
    return consensus_rows((Matter("Night shift without paper", "Nobody heard yet", "grey", ()), *matters))


def ways(names: Sequence[str]) -> Svg:
    steps = tuple(Step(name, name, STANDS[at % 6], ours=at == 0) for at, name in enumerate(names[:4]))
    joins = tuple(Join(("talk", "influence", "line")[at % 3], "talked 3 Nov, 17 d ago") for at in range(len(steps) - 1))
    return chains([Chain(steps, joins, "Nobody yet: ask"), Chain(steps[:1], (), "Nobody yet: ask")])


def leaver(name: str) -> Leaver:
    return Leaver(name, "ours", True, (3, 0, 1, 12), "€1.25 m")


def risks(names: Sequence[str]) -> Svg:
    tags = tuple(f"R{at}" for at in range(1, len(names) + 1))
    fields = (RiskField("Watch", "watch", ()), RiskField("Plan", "prepare", tags), RiskField("Act", "act", tags))
    return risk_matrix(Risks(("Small", "Medium", "Large"), (("Likely", fields), ("Unlikely", fields)), tags[:3]))
