"""Write a playbook with many accounts, each as rich as the example's.

    python benchmarks/corpus.py FOLDER 500 --seed 1

Every account is one of the example's with another name and its dates moved by a few days, so the corpus grows richer
whenever the example does. The same number and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import datetime
import random
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]

_FIRST = [
    "Alder",
    "Birken",
    "Corvin",
    "Dolmen",
    "Esker",
    "Falken",
    "Garn",
    "Holm",
    "Isar",
    "Jarl",
    "Kelm",
    "Lund",
    "Morav",
    "Nord",
    "Olden",
    "Pell",
    "Quern",
    "Rask",
]
_SECOND = [
    "Logistik",
    "Foods",
    "Mills",
    "Ports",
    "Parts",
    "Pharma",
    "Retail",
    "Rail",
    "Steel",
    "Textiles",
    "Timber",
    "Tools",
    "Water",
    "Works",
]
_DATE = re.compile(r"\b(20\d\d-\d\d-\d\d)\b")
_LONGEST_MOVE = 6
"""Days: far enough to differ, near enough that nothing changes from due to late in bulk."""


def write(folder: Path, accounts: int, seed: int = 1) -> None:
    """Write a complete playbook with so many accounts into a folder, which must not be there yet."""
    shutil.copytree(ROOT / "playbook", folder / "playbook")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "accounts").mkdir()
    (folder / "docs").mkdir()
    sources = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "accounts").glob("*.yml"))]
    for number in range(accounts):
        chance = random.Random(f"{seed}/{number}")
        text = account(sources[number % len(sources)], number, chance)
        (folder / "accounts" / f"a{number:05}.yml").write_text(text, encoding="utf-8", newline="\n")


def account(source: str, number: int, chance: random.Random) -> str:
    """Return one account: the source under another name, its dates moved together."""
    name = f"{chance.choice(_FIRST)} {chance.choice(_SECOND)} {number:05}"
    days = datetime.timedelta(days=-chance.randint(0, _LONGEST_MOVE))
    moved = _DATE.sub(lambda match: (datetime.date.fromisoformat(match[1]) + days).isoformat(), source)
    return re.sub(r"(?m)^name: .*$", f"name: {name}", moved, count=1)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("accounts", type=int)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write(arguments.folder, arguments.accounts, arguments.seed)


if __name__ == "__main__":
    main()
