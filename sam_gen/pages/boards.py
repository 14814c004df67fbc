"""Boards of the portfolio: accounts down the side, one scale or one list across."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sam_gen.assess.claims import Held
from sam_gen.assess.portfolio import Portfolio, Seen, key_of, newest, selection_score, strengths
from sam_gen.model.care import DependenceKind, Direction
from sam_gen.model.figure import Figure
from sam_gen.model.footprint import Cell as Need
from sam_gen.model.footprint import HeldBy
from sam_gen.model.method import CriterionSide, Stage
from sam_gen.model.project import Project
from sam_gen.model.wording import Wording
from sam_gen.pages.accounts import account_cell
from sam_gen.pages.colleagues import Colleagues
from sam_gen.pages.tables import UNKNOWN, Cell, Column, Row, Table, columns
from sam_gen.pages.words import capital, count, day, listed, number

# Continuum ---------------------------------------------------------------------------------------


def stage_cell(stages: Mapping[str, str], claim: Held[str] | None, words: Wording) -> Cell:
    """Name the stage that somebody believes in or wants."""
    if claim is None:
        return UNKNOWN
    return Cell(stages.get(key_of(claim.value), key_of(claim.value)), second=words.say(claim.basis))


def continuum(project: Project, index: Portfolio) -> dict[str, object]:
    """Put the own view and the wish of every account on one scale."""
    stages = project.playbook.method.continuum.stages
    heads = (
        Column("Account"),
        *(Column(f"{at} {stage.name}") for at, stage in enumerate(stages)),
        Column("Signs", True),
    )
    rows = tuple(_board_row(project, stages, seen) for seen in index.accounts)
    return {
        "lede": _continuum_lede([stage.id for stage in stages], index.accounts),
        "table": Table("Own view and wish by stage", (*heads, Column("Newest sign")), rows, wide=True),
    }


def _continuum_lede(order: Sequence[str], accounts: Sequence[Seen]) -> str:
    if not accounts:
        return ""
    known = [seen for seen in accounts if seen.own_view and seen.desired]
    if not known:
        return "No account says both where it stands and where it should: ask each lead for own_view and desired."
    higher = sum(_rank(order, seen.desired) > _rank(order, seen.own_view) for seen in known)
    wants = f"For {number(higher) if higher else 'none'} of {count(len(known), 'account')} we want a higher stage"
    if len(known) == 1:
        wants = f"For {known[0].account.name} we want {'a' if higher else 'no'} higher stage"
    bare = sum(not seen.evidence for seen in accounts)
    proof = f" {capital(count(bare, 'account has', 'accounts have'))} no sign on file." if bare else ""
    return f"{wants} than the team sees today.{proof}"


def _rank(order: Sequence[str], claim: Held[str] | None) -> int:
    key = key_of(claim.value) if claim else ""
    return order.index(key) if key in order else -1


def _board_row(project: Project, stages: Sequence[Stage], seen: Seen) -> Row:
    last = newest(seen.evidence)
    signs = Cell(day(last, project.as_of)) if last else Cell("none: what did you last see?", tone="ochre")
    if last is None and seen.evidence:
        signs = Cell("without a day", tone="ochre")
    marks = tuple(_board_cell(stage.id, seen) for stage in stages)
    missing = [word for word, claim in (("own view", seen.own_view), ("desired", seen.desired)) if claim is None]
    note = f"not known yet: {listed(missing)}" if missing else ""
    return Row((account_cell(project, seen, note), *marks, Cell(str(len(seen.evidence))), signs))


def _board_cell(stage: str, seen: Seen) -> Cell:
    own = seen.own_view is not None and key_of(seen.own_view.value) == stage
    wish = seen.desired is not None and key_of(seen.desired.value) == stage
    if own and wish:
        return Cell("own view and desired", sign="◇ ◎")
    return Cell("own view", sign="◇") if own else Cell("desired", sign="◎") if wish else Cell()


# White space ---------------------------------------------------------------------------------------


def white_space(project: Project, index: Portfolio) -> dict[str, object]:
    """Count for every account and offering where we are in, what is open, and what nobody has asked."""
    offerings, words = project.playbook.offerings, project.playbook.words
    heads = (Column("Account"), *(Column(offering.name) for offering in offerings))
    rows = tuple(
        Row((account_cell(project, seen), *_needs(seen, [offering.id for offering in offerings], words)))
        for seen in index.accounts
    )
    return {
        "lede": _white_space_lede(index.accounts, len(offerings)),
        "table": Table("Accounts by offering", heads, rows, wide=True),
        "offerings": len(offerings),
        "ours": words.say(HeldBy.US),
    }


def _needs(seen: Seen, offerings: Sequence[str], words: Wording) -> Iterable[Cell]:
    needs: dict[str, list[Need]] = {}
    for need in seen.account.footprint:
        needs.setdefault(key_of(need.offering), []).append(need)
    units = max(1, len(seen.account.units))
    return (_need(needs.get(offering, []), units, words) for offering in offerings)


def _need(needs: Sequence[Need], units: int, words: Wording) -> Cell:
    ours = sum(need.held_by is HeldBy.US for need in needs)
    unused = sum(need.held_by is HeldBy.NOT_USED for need in needs)
    taken = sum(need.held_by is not None for need in needs) - ours - unused
    unknown = max(units, len(needs)) - ours - unused - taken
    if not ours and not taken and not unused:
        return Cell("Ask", tone="grey")
    if not ours and not taken and not unknown:
        return Cell(words.say(HeldBy.NOT_USED), tone="grey")
    rest = [text for size, text in ((taken, f"open {taken}"), (unknown, f"ask {unknown}")) if size]
    if ours:
        return Cell(f"{words.say(HeldBy.US)} {ours}", sign="■", second=" · ".join(rest), tone="blue")
    return (
        Cell(f"Open {taken}", sign="□", second=" · ".join(rest[1:])) if taken else Cell(f"Ask {unknown}", tone="grey")
    )


def _white_space_lede(accounts: Sequence[Seen], offerings: int) -> str:
    if not accounts or not offerings:
        return ""
    blank = sum(not any(need.held_by for need in seen.account.footprint) for seen in accounts)
    if not blank:
        return f"{capital(count(offerings, 'offering'))}: each account has something on file."
    verb = "account has" if blank == 1 else "accounts have"
    return f"{capital(number(blank))} {verb} nothing on file of what is bought from whom: ask site by site."


# Dependence ------------------------------------------------------------------------------------------

_KINDS = tuple(DependenceKind)


def dependence(project: Project, index: Portfolio) -> dict[str, object]:
    """Set what ties them to us beside what ties us to them."""
    kinds = [project.playbook.words.say(kind) for kind in _KINDS]
    heads = columns("Account", *(f">Them: {kind}" for kind in kinds), *(f">Us: {kind}" for kind in kinds), "In words")
    rows = tuple(_dependence_row(project, seen) for seen in index.accounts)
    judged = sum(bool(seen.account.dependence) for seen in index.accounts)
    total = len(index.accounts)
    some = f"{capital(number(judged)) if judged else 'None'} of {count(total, 'account')}"
    lede = f"{some} {'have' if judged > 1 else 'has'} ties on file."
    if total == 1 and not judged:
        lede = "The account has no ties on file."
    elif judged == total:
        lede = "Each account has ties on file." if total > 1 else "The account has ties on file."
    return {"lede": lede if total else "", "table": Table("Ties by kind and side", heads, rows, wide=True)}


def _dependence_row(project: Project, seen: Seen) -> Row:
    them = strengths(seen.account, Direction.CLIENT_ON_US.value)
    us = strengths(seen.account, Direction.US_ON_CLIENT.value)
    cells = (
        Cell(str(side[kind])) if kind in side else Cell("ask", tone="grey") for side in (them, us) for kind in _KINDS
    )
    return Row((account_cell(project, seen), *cells, _leaning(them, us)))


def _leaning(them: Mapping[str, int], us: Mapping[str, int]) -> Cell:
    """Compare the two sides over the kinds that are judged on both."""
    both = [kind for kind in _KINDS if kind in them and kind in us]
    if not both:
        return Cell("not known on both sides yet", tone="grey")
    theirs, ours = sum(them[kind] for kind in both), sum(us[kind] for kind in both)
    over = f"over {count(len(both), 'kind')} judged on both sides"
    if theirs == ours:
        return Cell("alike on both sides", second=f"{theirs} and {ours}, {over}")
    text = "they depend on us more" if theirs > ours else "we depend on them more"
    return Cell(text, second=f"they {theirs}, we {ours}, {over}")


# Selection -------------------------------------------------------------------------------------------


def selection(project: Project, index: Portfolio) -> Table:
    """Show why each account has its tier, who decided it and when it is looked at again."""
    ours = Colleagues(project.playbook)
    heads = columns("Account", "Tier", "Why, and what spoke against it", "Decided", "Agreed by", "Looked at again")
    ordered = (seen for some in index.by_tier.values() for seen in some)
    return Table("Why each account has its tier", heads, tuple(_selection_row(project, ours, seen) for seen in ordered))


def _selection_row(project: Project, ours: Colleagues, seen: Seen) -> Row:
    choice, as_of = seen.account.selection, project.as_of
    reason = (
        Cell(prose=choice.reason)
        if choice and choice.reason
        else Cell("no reason on file: ask who decided", tone="ochre")
    )
    led = f"led by {ours.name(choice.led_by)}" if choice and ours.name(choice.led_by) else ""
    agreed = ours.links(choice.approved_by) if choice else ()
    again = choice.next_review if choice else None
    return Row(
        (
            account_cell(project, seen),
            Cell(seen.tier.name) if seen.tier else Cell("none yet", tone="ochre"),
            reason,
            Cell(day(choice.date, as_of), second=led)
            if choice and choice.date
            else Cell("no day yet", tone="grey", second=led),
            Cell(links=agreed) if agreed else Cell("nobody on file", tone="ochre"),
            Cell(day(again, as_of), tone="red" if again < as_of else "") if again else Cell("no day yet", tone="ochre"),
        )
    )


def scores(project: Project, index: Portfolio) -> Table:
    """Show both sides of the selection model for every account."""
    model = project.playbook.method.selection
    rows = tuple(
        Row(
            (
                account_cell(project, seen),
                *(_score(selection_score(seen.account, model, side)) for side in CriterionSide),
            )
        )
        for seen in index.accounts
    )
    return Table("Scores", columns("Account", "How attractive they are", "How strong they say we are"), rows)


def _score(figure: Figure) -> Cell:
    if figure.value is None:
        return Cell("not scored yet", tone="grey")
    known = "every criterion scored" if figure.known >= 1 else f"{figure.known:.0%} of the weight scored"
    return Cell(f"{figure.value:.1f} of 10", second=known)
