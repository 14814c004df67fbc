"""How our revenue is spread over accounts: shares in one currency, and how many equal accounts it would be like.

The index is that of Herfindahl and Hirschman: the sum of the squared shares. It is 1 where one account has it all and
1/n where n accounts have the same. An amount in a currency without a rate is named and left out, never added.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sam_gen.model.account import Account
from sam_gen.model.figure import Figure, Reason
from sam_gen.model.playbook import Playbook, Rate


@dataclass(frozen=True)
class Share:
    """One account's part of the revenue that can be compared."""

    account: Account
    own: Decimal
    """In the account's currency."""
    amount: Decimal
    """In the playbook's currency."""
    share: float
    """0 to 1."""
    cumulative: float
    """With every larger one."""
    rate: Rate | None
    """None: no conversion was needed."""


@dataclass(frozen=True)
class Apart:
    """An account that cannot be compared."""

    account: Account
    why: str


@dataclass(frozen=True)
class Concentration:
    """The revenue of one year over all accounts."""

    year: int
    shares: tuple[Share, ...]
    """The largest first."""
    apart: tuple[Apart, ...]
    total: Decimal
    index: Figure


def concentration(accounts: Iterable[Account], playbook: Playbook, as_of: datetime.date) -> Concentration:
    """Spread the revenue of the last whole calendar year over the accounts."""
    year = as_of.year - 1
    known: list[tuple[Account, Decimal, Decimal, Rate | None]] = []
    apart: list[Apart] = []
    for account in accounts:
        own = _revenue(account, year)
        if own is None:
            apart.append(Apart(account, f"no revenue of {year} on file"))
            continue
        currency = account.currency or playbook.settings.currency
        if currency == playbook.settings.currency:
            known.append((account, own, own, None))
            continue
        rate = next((one for one in playbook.settings.rates if one.currency == currency), None)
        if rate is None or rate.per_unit <= 0:
            apart.append(Apart(account, f"no rate for {currency}: not comparable"))
        else:
            known.append((account, own, own * rate.per_unit, rate))
    total = sum((amount for _, _, amount, _ in known), Decimal(0))
    shares = _shares(known, total)
    return Concentration(year, shares, tuple(apart), total, _index(shares, len(apart), year))


def _revenue(account: Account, year: int) -> Decimal | None:
    years = account.economics.revenue if account.economics else ()
    return next((one.amount for one in years if one.year == year and one.amount >= 0), None)


def _shares(known: list[tuple[Account, Decimal, Decimal, Rate | None]], total: Decimal) -> tuple[Share, ...]:
    found: list[Share] = []
    cumulative = Decimal(0)
    for account, own, amount, rate in sorted(known, key=lambda one: (-one[2], one[0].name)):
        cumulative += amount
        part, sum_ = (amount / total, cumulative / total) if total else (Decimal(0), Decimal(0))
        found.append(Share(account, own, amount, float(part), float(sum_), rate))
    return tuple(found)


def _index(shares: tuple[Share, ...], apart: int, year: int) -> Figure:
    live = [one for one in shares if one.amount > 0]
    return Figure(
        value=sum(one.share**2 for one in live) if live else None,
        unit="1 is all in one account",
        known=len(shares) / (len(shares) + apart) if shares or apart else 0.0,
        because=tuple(
            Reason(f"{one.account.name}: {one.share:.0%}", one.account.place_of("economics"), one.amount > 0)
            for one in shares
        ),
        method="figures",
        ask=None if live else f"What did we earn with each account in {year}?",
    )
