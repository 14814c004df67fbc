"""A playbook and accounts for the pages about map, position, white space and value."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from helpers import PLAYBOOK, TEAM, day

from sam_gen.model.account import Account
from sam_gen.model.project import Project
from sam_gen.reading.folders import Folders
from sam_gen.reading.project import read_project

CONTINUUM = """\
about: Stages as we see them.
stages:
  - {id: exploratory, name: Exploratory, looks_like: One probe and nothing proven, contact: x}
  - {id: basic, name: Basic, looks_like: We hear of a need when the order comes, contact: x}
  - {id: cooperative, name: Cooperative, looks_like: We see tenders before they go out, contact: x}
  - {id: interdependent, name: Interdependent, looks_like: We help to write the business case, contact: x}
  - {id: integrated, name: Integrated, looks_like: We sit in their planning cycle, contact: x}
dimensions:
  - {id: upstream, name: Upstream entry, asks: When do we first hear of a need?}
  - id: contact
    name: Contact structure
    asks: Who of them speaks with whom of us?
    judged_by: contacts
    levels:
      - {stage: basic, looks_like: One pair talks, pairs: 1}
      - {stage: cooperative, looks_like: Three pairs in two functions, pairs: 3, functions: 2}
  - {id: strategy, name: Sharing of strategy, asks: Which of their plans have we seen?}
indicators:
  - {id: tender-early, dimension: upstream, stage: cooperative, says: They showed us a tender early.}
  - {id: wrote-case, dimension: upstream, stage: interdependent, says: We worked on a business case of theirs.}
  - {id: site-figures, dimension: strategy, stage: cooperative, says: We get figures of their sites.}
diagnosis: {seen_needed: 2, above_gates: 1, unknown_most: 1}
"""
OFFERINGS = """\
offerings:
  - {id: drives, name: Drives, group: Automation, does: x}
  - {id: lines, name: Line integration, group: Automation, does: x}
  - {id: service, name: Service, does: x}
"""
FULL = """\
name: "Nordmark <b>Dairy</b>"
lead: mira-holm
as_of: 2026-11-18
currency: EUR
initiatives: [{id: stops, name: Fewer stops}]
people:
  - {id: lund, name: Per Lund, title: COO, roles: [decider], influence: 9, support: supporter, owner: mira-holm,
     unit: north}
  - {id: rao, name: Priya Rao, title: Controller, reports_to: lund, roles: [approver], influence: 7, unit: Plant North}
  - {id: berg, name: Elin Berg, title: Maintenance, reports_to: lund, roles: [champion], support: mentor,
     owner: jon-aas, last_contact: 2026-05-01}
  - {id: gone, name: Ulf Gone, status: left, until: 2026-06-30}
influences: [{from: berg, to: lund, evidence: He asks her first}]
contacts:
  - {date: 2026-11-10, ours: [mira-holm], theirs: [lund, berg], what: Stops}
  - {date: 2026-10-01, ours: [mira-holm, jon-aas], theirs: [people/lund], what: Plan}
  - {date: 2025-03-01, ours: [jon-aas], theirs: [berg], what: Old}
  - {date: 2026-12-01, ours: [mira-holm], theirs: [rao], what: Still to come}
units:
  - {id: plants, name: Plants}
  - {id: north, name: Plant North, part_of: plants}
  - {id: south, name: Plant South, part_of: plants}
  - {id: it, name: Group IT}
footprint:
  - {unit: north, offering: drives, held_by: us, spend: 100000, ours: 80000, until: 2027-03-31}
  - {unit: north, offering: lines, held_by: competitor, competitor: Ferrotek, spend: 60000, until: 2026-10-31}
  - {unit: south, offering: drives, held_by: competitor, spend: 200000, until: 2027-09-30}
  - {unit: south, offering: lines, held_by: in_house, spend: 40000}
  - {unit: south, offering: service, held_by: nobody, blocked: Frame agreement to 2029}
  - {unit: it, offering: drives, held_by: not_used}
  - {unit: it, offering: service, held_by: us, spend: 5000}
opportunities: [{id: o, name: Energy watch, unit: north, offering: service, class: B}]
position:
  own_view:
    - {value: cooperative, basis: observed, as_of: 2026-11-01, by: mira-holm, evidence: We saw the tender early}
    - {value: basic, as_of: 2025-06-01}
  desired: {value: integrated, as_of: 2026-11-01}
  desired_by: 2028-12-31
  ceilings:
    - {stage: integrated, why: Our cover ends at night, side: us}
    - {stage: interdependent, why: Two suppliers a category, side: client}
  evidence:
    - {indicator: tender-early, basis: client_confirmed, as_of: 2026-09-21, by: mira-holm, who: lund,
       evidence: He sent the draft}
    - {indicator: wrote-case, answer: no, basis: observed, as_of: 2026-11-10, evidence: No case shown}
    - {indicator: site-figures, as_of: 2027-01-01, evidence: Not seen yet}
value:
  - {what: 11 minutes less a cycle, kind: save_money, amount: 42000, status: confirmed, as_of: 2026-10-01, who: rao,
     for: stops, method: Their meters}
  - {what: Fewer recalls, kind: manage_risk, status: measured}
  - {what: Faster start, amount: 8000}
promises:
  - {what: Send the baseline, by: mira-holm, to: rao, due: 2026-11-10}
  - {what: Open the meter room, by: people/berg, to: mira-holm, due: 2026-10-01, kept: 2026-09-30}
  - {what: Name a planner, by: lund, due: 2026-10-01, kept: 2026-10-05}
  - {what: Come to the fair, by: jon-aas, due: 2026-12-01}
dependence:
  - {kind: operational, direction: client_on_us, strength: 2, what: Night service, until: 2027-03-31, basis: observed}
  - {direction: client_on_us, what: Spare parts}
"""
NAME_ONLY = "name: Acme\n"
ACCOUNTS = {"full": FULL, "name only": NAME_ONLY}


def project_of(*accounts: str, as_of: str | None = None, offerings: str = OFFERINGS) -> Project:
    """Read accounts under a playbook with a continuum of three dimensions and three offerings."""
    with TemporaryDirectory() as folder:
        write(Path(folder), *accounts, offerings=offerings)
        return read_project(Folders(Path(folder)), day(as_of) if as_of else None)


def write(root: Path, *accounts: str, offerings: str = OFFERINGS) -> None:
    """Lay the files down."""
    (root / "accounts").mkdir()
    (root / "playbook/models").mkdir(parents=True)
    files = {"playbook.yml": PLAYBOOK, "team.yml": TEAM, "offerings.yml": offerings, "models/continuum.yml": CONTINUUM}
    for name, text in files.items():
        (root / "playbook" / name).write_text(text, encoding="utf-8")
    for letter, text in zip("abcdefghijklmnopqrstuvwxyz", accounts, strict=False):
        (root / f"accounts/{letter}.yml").write_text(text, encoding="utf-8")


def account_of(text: str = FULL, **more: str) -> tuple[Project, Account]:
    """Read one account."""
    read = project_of(text, **more)
    return read, read.accounts[0]
