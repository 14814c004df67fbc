"""Tables of what the accounts say, row by row and column by column, and their CSV.

A value keeps its type up to the edge: CSV and JSON write the same one, each in its own way.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sam_gen.assess.claims import Held
from sam_gen.assess.figures import FIGURES
from sam_gen.assess.people import standings
from sam_gen.assess.plan import open_opportunities
from sam_gen.exchange.choose import Names
from sam_gen.exchange.events import decision_key
from sam_gen.exchange.what import What
from sam_gen.model.account import Account
from sam_gen.model.care import Decision
from sam_gen.model.figure import Reason
from sam_gen.model.place import Place
from sam_gen.model.plan import Action, Opportunity, Promise
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of

Value = str | bool | int | float | Decimal | datetime.date | tuple[str, ...] | None
"""What a cell holds. None is not known yet."""

Row = dict[str, Value]


@dataclass(frozen=True)
class Table:
    """One table; every row has every column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def table(what: What, project: Project, accounts: Iterable[Account]) -> Table:
    """Return one table over these accounts, in the order of their ids and of their files."""
    columns = COLUMNS[what]
    rows = (row for account in accounts for row in _ROWS[what](project, account))
    return Table(columns, tuple(tuple(row[column] for column in columns) for row in rows))


# Rows -----------------------------------------------------------------------------


def _actions(project: Project, account: Account) -> Iterator[Row]:
    """Return every next step: actions, promises, and what reviews decided."""
    names, as_of = Names.of(project, account), project.as_of
    for action in account.actions:
        yield _step("action", action.key, action, (action.owner, None, action.done), account, names, as_of)
    for promise in account.promises:
        yield _step("promise", promise.key, promise, (promise.by, promise.to, promise.kept), account, names, as_of)
    for review in account.reviews:
        for one in review.decisions:
            yield _step("decision", decision_key(review, one), one, (one.owner, None, one.done), account, names, as_of)


def _step(
    kind: str,
    key: str,
    record: Action | Promise | Decision,
    who: tuple[str | None, str | None, datetime.date | None],
    account: Account,
    names: Names,
    as_of: datetime.date,
) -> Row:
    owner, to, done = who
    return {
        "account": account.id,
        "kind": kind,
        "id": key,
        "what": record.what,
        "owner": _bare(owner),
        "owner_name": names.name(owner),
        "to": _bare(to),
        "to_name": names.name(to),
        "due": record.due,
        "done": done,
        "open": done is None or done > as_of,
        **_where(record.place),
    }


def _people(project: Project, account: Account) -> Iterator[Row]:
    """Return everybody of theirs who has not left."""
    names = Names.of(project, account)
    for who in standings(account, project.playbook, project.as_of):
        person = who.person
        yield {
            "account": account.id,
            "id": person.key,
            "name": person.name,
            "title": person.title,
            "unit": person.unit,
            "function": _bare(person.function),
            "level": _bare(person.level),
            "reports_to": _bare(person.reports_to),
            "roles": tuple(role.value for role in person.roles),
            "key_player": who.key_player,
            **_claim("influence", who.influence, "of 10"),
            **_claim("support", who.support),
            **_claim("sees_us_as", who.sees_us_as),
            "cares_about": person.cares_about,
            "owner": _bare(person.owner),
            "owner_name": names.name(person.owner),
            "last_talk": who.last_talk,
            "status": person.status.value,
            **_where(person.place),
        }


def _claim(name: str, held: Held[Any] | None, unit: str = "") -> Row:
    """Return a claim as it is held today, with its unit if it is a number."""
    value = None if held is None else held.value
    return {
        name: value.value if isinstance(value, StrEnum) else value,
        **({f"{name}_unit": unit} if unit else {}),
        f"{name}_basis": held.basis.value if held else None,
        f"{name}_as_of": held.as_of if held else None,
    }


def _risks(project: Project, account: Account) -> Iterator[Row]:
    names = Names.of(project, account)
    for risk in account.risks:
        yield {
            "account": account.id,
            "id": risk.key,
            "what": risk.what,
            "likelihood": risk.likelihood.value if risk.likelihood else None,
            "impact": risk.impact.value if risk.impact else None,
            "trigger": risk.trigger,
            "response": risk.response,
            "owner": _bare(risk.owner),
            "owner_name": names.name(risk.owner),
            "due": risk.due,
            "closed": risk.closed,
            "open": risk.closed is None or risk.closed > project.as_of,
            **_where(risk.place),
        }


def _opportunities(project: Project, account: Account) -> Iterator[Row]:
    names = Names.of(project, account)
    still = {one.key for one in open_opportunities(account, project.as_of)}
    currency = account.currency or project.playbook.settings.currency
    for one in account.opportunities:
        yield {
            "account": account.id,
            "id": one.key,
            "name": one.name,
            "for": _bare(one.for_),
            "unit": _bare(one.unit),
            "offering": _bare(one.offering),
            **_words(one),
            "heard": one.heard,
            "worth": one.worth,
            "worth_unit": f"{currency} a year",
            "client_gets": one.client_gets,
            "owner": _bare(one.owner),
            "owner_name": names.name(one.owner),
            "sponsor": _bare(one.sponsor),
            "sponsor_name": names.name(one.sponsor),
            "prove": one.prove,
            "due": one.due,
            "closed": one.closed,
            "open": one.key in still,
            **_where(one.place),
        }


def _words(one: Opportunity) -> Row:
    fields = {
        "kind": one.kind,
        "entered_at": one.entered_at,
        "origin": one.origin,
        "class": one.class_,
        "outcome": one.outcome,
    }
    return {name: word.value if word else None for name, word in fields.items()}


def _figures(project: Project, account: Account) -> Iterator[Row]:
    for name, named in FIGURES.items():
        figure = named.work(account, project.playbook, project.as_of)
        yield {
            "account": account.id,
            "figure": name,
            "says": named.says,
            "value": figure.value,
            "unit": figure.unit,
            "known": figure.known,
            "because": tuple(map(_reason, figure.because)),
            "method": figure.method or None,
            "ask": figure.ask,
        }


def _reason(reason: Reason) -> str:
    return f"{reason.text} ({reason.place})" if reason.place else reason.text


def _where(place: Place) -> Row:
    return {"file": place.file, "line": place.line}


def _bare(reference: str | None) -> str | None:
    return key_of(reference) or None


_ROWS: Mapping[What, Callable[[Project, Account], Iterator[Row]]] = {
    What.ACTIONS: _actions,
    What.PEOPLE: _people,
    What.RISKS: _risks,
    What.OPPORTUNITIES: _opportunities,
    What.FIGURES: _figures,
}

COLUMNS: Mapping[What, tuple[str, ...]] = {
    what: tuple(names.split())
    for what, names in {
        What.ACTIONS: "account kind id what owner owner_name to to_name due done open file line",
        What.PEOPLE: "account id name title unit function level reports_to roles key_player"
        " influence influence_unit influence_basis influence_as_of support support_basis support_as_of"
        " sees_us_as sees_us_as_basis sees_us_as_as_of cares_about owner owner_name last_talk status file line",
        What.RISKS: "account id what likelihood impact trigger response owner owner_name due closed open file line",
        What.OPPORTUNITIES: "account id name for unit offering kind entered_at origin class outcome heard"
        " worth worth_unit client_gets owner owner_name sponsor sponsor_name prove due closed open file line",
        What.FIGURES: "account figure says value unit known because method ask",
    }.items()
}
"""The columns in their order. It is a promise to whoever reads the files: new ones go to the end."""


# CSV ------------------------------------------------------------------------------

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the machine, and every Łódź is lost."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""What a spreadsheet may take for the beginning of a formula, and the sign that we put before it."""


def as_csv(table: Table) -> str:
    """Print a table as CSV (RFC 4180) with a byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([cell(value) for value in row] for row in table.rows)
    return BOM + out.getvalue()


def cell(value: Value) -> str:
    """Print one value: text that could be a formula behind an apostrophe, numbers plain, a list one entry a line."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float() | Decimal():
            return plain(value)
        case datetime.date():
            return value.isoformat()
        case tuple():
            return _safe("\n".join(value))
        case str():
            return _safe(value)


def plain(number: float | Decimal) -> str:
    """Print a number with digits, a point and a minus alone."""
    exact = number if isinstance(number, Decimal) else Decimal(repr(number))
    text = f"{exact:f}"
    return text.removesuffix(".0") if isinstance(number, float) else text


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def read_cell(text: str) -> str:
    """Return the text that was printed into a cell: one leading apostrophe is ours."""
    return text.removeprefix("'")


def read_csv(text: str) -> list[Sequence[str]]:
    """Return the cells of a table as they were before they were made safe."""
    return [[read_cell(one) for one in row] for row in csv.reader(io.StringIO(text.removeprefix(BOM), newline=""))]
