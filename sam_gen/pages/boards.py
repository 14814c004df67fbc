"""Boards of the portfolio: accounts down the side, one scale or one list across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sam_gen.assess.claims import Held
from sam_gen.assess.diagnosis import Diagnosed
from sam_gen.assess.portfolio import Portfolio, Seen, strengths
from sam_gen.draw.strip import strip
from sam_gen.draw.svg import Svg
from sam_gen.model.care import DependenceKind, Direction
from sam_gen.model.footprint import Cell as Need
from sam_gen.model.footprint import HeldBy
from sam_gen.model.method import Stage
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.model.wording import Wording
from sam_gen.pages.accounts import account_cell
from sam_gen.pages.colleagues import Colleagues
from sam_gen.pages.footprint import grid_key
from sam_gen.pages.parts import address
from sam_gen.pages.tables import UNKNOWN, Cell, Column, Row, Table, columns, to_ask
from sam_gen.pages.words import capital, count, day, listed, number

# Continuum ---------------------------------------------------------------------------------------


def stage_cell(stages: Mapping[str, str], claim: Held[str] | None, words: Wording | None = None) -> Cell:
    """Name the stage that somebody believes in, with its basis; or the one they want, for which there is none."""
    if claim is None:
        return UNKNOWN
    name = stages.get(key_of(claim.value), key_of(claim.value))
    return Cell(name, second=words.say(claim.basis) if words else "")


def continuum(project: Project, index: Portfolio) -> dict[str, object]:
    """Put what the evidence says of every account, and what we say, on one scale; the most care comes first."""
    stages = project.playbook.method.continuum.stages
    ordered = [seen for some in index.by_tier.values() for seen in some]
    heads = (Column("Account"), *(Column(stage.name) for stage in stages), Column("Evidence and own view"))
    rows = tuple(_board_row(project, stages, seen) for seen in ordered)
    return {
        "lede": _continuum_lede(ordered),
        "table": Table("Every account by stage", (*heads, Column("Wish and ceiling")), rows, wide=True),
    }


def _continuum_lede(accounts: Sequence[Seen]) -> str:
    if not accounts:
        return ""
    known = [seen for seen in accounts if seen.diagnosed.today]
    if not known:
        which = "the account" if len(accounts) == 1 else "any account"
        return f"The evidence does not say yet where {which} stands: begin with who met whom, and how they see us."
    hopeful = sum((seen.diagnosed.gap or 0) > 0 for seen in known)
    if len(accounts) == 1:
        seen, here = accounts[0], accounts[0].diagnosed
        stage = here.today.name if here.today else ""
        return f"The evidence puts {seen.account.name} at {stage}: {gap_words(here)}."
    missing = len(accounts) - len(known)
    what = f"For {number(hopeful) if hopeful else 'none'} of {count(len(known), 'account')} with enough evidence"
    if len(known) == 1:
        what = f"For the one account with enough evidence we say {'a' if hopeful else 'no'} higher stage than it shows."
    else:
        what += " we say a higher stage than it shows."
    blank = f" Of {number(missing)} we cannot tell yet." if missing else ""
    return f"{what}{blank}"


def gap_words(found: Diagnosed) -> str:
    """Say how our own view and the evidence differ."""
    if found.said.own_stage is None:
        return "no own view on file"
    if found.gap is None:
        return "not known yet"
    return apart(found.gap)


def apart(gap: int) -> str:
    """Say by how many stages our own view lies above or below the evidence."""
    return f"we say {count(abs(gap), 'stage')} {'more' if gap > 0 else 'less'}" if gap else "we say the same"


def _board_row(project: Project, stages: Sequence[Stage], seen: Seen) -> Row:
    found = seen.diagnosed
    gap = Cell(capital(gap_words(found)), tone="ochre" if found.gap and found.gap > 0 else "")
    if found.today is None:
        gap = to_ask(found.ask)
    note = seen.tier.name if seen.tier else "no tier yet"
    head = Cell(seen.account.name, f"{address(project, seen.account)}position/", note)
    return Row((head, *(_board_cell(stage, found) for stage in stages), gap, reach(stages, found)))


def _board_cell(stage: Stage, found: Diagnosed) -> Cell:
    """Mark one stage: solid is what was worked out, hollow what we say."""
    kinds = (
        (found.today, "●", "today"),
        (found.said.achievable, "▮", "achievable"),
        (found.said.own_stage, "◇", "own view"),
        (found.said.desired_stage, "◎", "desired"),
    )
    here = [(sign, word) for at, sign, word in kinds if at is not None and at.id == stage.id]
    return (
        Cell(capital(listed([word for _, word in here])), sign=" ".join(sign for sign, _ in here)) if here else Cell()
    )


def reach(stages: Sequence[Stage], found: Diagnosed) -> Cell:
    """Say how far the wish lies above today, and whether beyond the ceiling."""
    wish, ceiling = found.said.desired_stage, found.said.achievable
    if wish is None:
        return to_ask("which stage is worth what it costs?")
    order = [stage.id for stage in stages]
    limit = "no ceiling named yet"
    if ceiling is not None:
        beyond = order.index(wish.id) - order.index(ceiling.id)
        limit = f"{count(beyond, 'stage')} beyond the ceiling" if beyond > 0 else "within the ceiling"
    if found.today is None:
        return Cell(f"we wish for {wish.name}", second=limit)
    up = order.index(wish.id) - order.index(found.today.id)
    text = f"{count(up, 'stage')} up" if up > 0 else "hold" if up == 0 else f"{count(-up, 'stage')} back, on purpose"
    return Cell(capital(text), second=limit)


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
        "key": grid_key(words, without=("option", "blocked")),
    }


def _needs(seen: Seen, offerings: Sequence[str], words: Wording) -> Iterable[Cell]:
    needs: dict[str, list[Need]] = {}
    for need in seen.account.footprint:
        needs.setdefault(key_of(need.offering), []).append(need)
    above = {key_of(unit.part_of) for unit in seen.account.units}
    units = max(1, sum(unit.key not in above for unit in seen.account.units))
    return (_need(needs.get(offering, []), units, words) for offering in offerings)


def _need(needs: Sequence[Need], units: int, words: Wording) -> Cell:
    ours = sum(need.held_by is HeldBy.US for need in needs)
    unused = sum(need.held_by is HeldBy.NOT_USED for need in needs)
    taken = sum(need.held_by is not None for need in needs) - ours - unused
    asked, every = ({key_of(need.unit) for need in some} for some in (filter(_held, needs), needs))
    unknown = max(units, len(every)) - len(asked)
    drawn = _strip(needs, unknown)
    if not ours and not taken and not unused:
        return Cell("Ask", tone="grey")
    if not ours and not taken and not unknown:
        return Cell(words.say(HeldBy.NOT_USED), tone="grey")
    rest = [text for size, text in ((taken, f"open {taken}"), (unknown, f"ask {unknown}")) if size]
    if ours:
        return Cell(f"{words.say(HeldBy.US)} {ours}", mark=drawn, second=" · ".join(rest), tone="blue")
    return (
        Cell(f"Open {taken}", mark=drawn, second=" · ".join(rest[1:]))
        if taken
        else Cell(f"Ask {unknown}", mark=drawn, tone="grey")
    )


def _held(need: Need) -> bool:
    return need.held_by is not None


_HOLDERS = ("us", "competitor", "in_house", "nobody", "not_used")


def _strip(needs: Sequence[Need], unknown: int) -> Svg:
    """Draw who holds the need in each unit, ours first, what nobody has asked last."""
    held = Counter(need.held_by.value for need in needs if need.held_by)
    return strip({**{kind: held[kind] for kind in _HOLDERS}, "unknown": unknown})


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
