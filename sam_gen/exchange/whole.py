"""Everything that the tables say, as one JSON text for other programs. Its form is `export.schema.json` beside this."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sam_gen.assess.figures import FIGURES
from sam_gen.exchange.tables import Value, table
from sam_gen.exchange.what import What
from sam_gen.model.account import Account
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.project import Project

SCHEMA = 1
"""The version of the form. A key more keeps it, a key less or another meaning raises it."""


def as_json(project: Project, accounts: Iterable[Account]) -> str:
    """Print accounts, tables and figures; keys stand in a fixed order."""
    some = tuple(accounts)
    tables = {what.value: _rows(what, project, some) for what in What if what is not What.FIGURES}
    whole = {
        "schema": SCHEMA,
        "as_of": project.as_of.isoformat(),
        "edition": project.edition.value,
        "accounts": [{"id": one.id, "name": one.name} for one in some],
        **tables,
        "figures": [_figure(project, account, name) for account in some for name in FIGURES],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _rows(what: What, project: Project, accounts: tuple[Account, ...]) -> list[dict[str, Any]]:
    found = table(what, project, accounts)
    return [dict(zip(found.columns, map(_plain, row), strict=True)) for row in found.rows]


def _plain(value: Value) -> Any:
    match value:
        case Decimal():
            return _number(value)
        case datetime.date():
            return value.isoformat()
        case tuple():
            return list(value)
        case _:
            return value


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _figure(project: Project, account: Account, name: str) -> dict[str, Any]:
    figure: Figure = FIGURES[name].work(account, project.playbook, project.as_of)
    return {
        "account": account.id,
        "figure": name,
        "says": FIGURES[name].says,
        "value": figure.value,
        "unit": figure.unit,
        "known": figure.known,
        "because": [_reason(reason) for reason in figure.because],
        "method": figure.method or None,
        "ask": figure.ask,
    }


def _reason(reason: Reason) -> dict[str, Any]:
    place = reason.place
    where = {"file": place.file, "line": place.line, "column": place.column} if place else None
    return {"text": reason.text, "counts": reason.counts, "place": where}
