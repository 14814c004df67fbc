"""Who and what stands in a specimen: invented names, texts and numbers for each of the five forms."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

TODAY = datetime.date(2026, 11, 20)
FORMS = ("empty", "small", "typical", "extreme", "hostile")

_FIRST = (
    *("Adaeze", "Bertil", "Carys", "Dragan", "Esin", "Fintan", "Gunvor", "Harsha"),
    *("Ilmari", "Jadwiga", "Kwame", "Liadan", "Moana", "Nestor", "Oksana", "Pascoe"),
)
_LAST = (
    *("Underhay", "Quellmann", "Strandvik", "Obuya", "Tarkovac", "Brennagh", "Ilvesalo", "Marchbanks"),
    *("Zeilinga", "Wrzosek", "Pemberley", "Adeyinka", "Lundqvald", "Farrugio", "Castelnau", "Novakir"),
)
_FIRMS = (
    *("Tervola Mills", "Brackwater Ferries", "Ostheim Glass", "Quillan Paper", "Northmoor Dairies", "Sable & Finch"),
    *("Vasquell Foods", "Ardent Tiles", "Lunebank Energy", "Corrigall Seeds", "Halbrook Trams", "Mirefield Looms"),
)
_TITLES = ("Head of works", "Purchasing", "Director of supply", "Night shift", "Controller of three sites", "Quality")

LONG = "Wilhelmina-Charlotte Freifrau von und zu Hohenfels-Altenbruck, geborene Gräfin Trosselburg zu Weidenau"
HOSTILE = (
    LONG,
    "M" * 64,
    "株式会社白樺製紙 代表取締役社長 小林健太郎",
    "عبد الرحمن بن يوسف الخطيب الأندلسي",
    "Z\u0308\u0303\u0302o\u0308\u0303e\u0308\u0303\u0302 A\u030b\u030an\u0308\u030ag\u030as\u0303t\u0302",
    '<b onclick="x">&amp;</b> [x](y) | `code` #',
    "Ann Lee",
    "Ann Lee",
    "𝕬𝖉𝖆 👩‍👩‍👧‍👦 Ünïcødé",
    "i",
    "x" * 180,
)
"""Long, wide, right to left, stacked, marked up, equal, beyond the first plane, tiny and unbroken."""

_SIZES = {"empty": 0, "small": 3, "typical": 11, "extreme": 60, "hostile": len(HOSTILE)}
_NUMBERS = {
    "small": (1_200_000, 400_000, 150_000),
    "typical": (2_400_000, 1_850_000, 920_000, 640_000, 310_000, 125_000, 60_000),
    "extreme": (9_800_000, 7_100_000, 3_300_000, 2_050_000, 800_000, 410_000, 95_000, 12_000),
    "hostile": (0, 987_654_321_000, 1, 0, 3),
}


@dataclass(frozen=True)
class Cast:
    """What one form of a specimen is made of."""

    form: str

    @property
    def names(self) -> tuple[str, ...]:
        """People, as many as the form has."""
        return HOSTILE if self.form == "hostile" else tuple(_name(at) for at in range(_SIZES[self.form]))

    @property
    def ours(self) -> tuple[str, ...]:
        """People of ours, none of whom is among the others."""
        sizes = {"empty": 0, "small": 3, "typical": 4}
        return (
            HOSTILE[-4:] if self.form == "hostile" else tuple(_name(64 + at) for at in range(sizes.get(self.form, 10)))
        )

    @property
    def firms(self) -> tuple[str, ...]:
        """Accounts, as many as the form has people."""
        if self.form == "hostile":
            return HOSTILE
        return tuple(_firm(at) for at in range(_SIZES[self.form]))

    def title(self, at: int) -> str:
        """Return what somebody is."""
        return HOSTILE[(at + 3) % len(HOSTILE)] if self.form == "hostile" else _TITLES[at % len(_TITLES)]

    def number(self, at: int) -> int:
        """Return an amount."""
        numbers = _NUMBERS.get(self.form, (0,))
        return numbers[at % len(numbers)]

    def text(self, plain: str, at: int = 0) -> str:
        """Return a text of the drawing, or a hostile one instead."""
        return HOSTILE[at % len(HOSTILE)] if self.form == "hostile" else plain


def _name(at: int) -> str:
    return f"{_FIRST[at % 16]} {_LAST[(at * 5 + at // 16) % 16]}"


def _firm(at: int) -> str:
    lap = at // len(_FIRMS)
    return f"{_FIRMS[at % len(_FIRMS)]}{f' {lap + 1}' if lap else ''}"
