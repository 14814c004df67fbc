"""The example's seven accounts: what the rules say of them is what their stories intend, and nothing is an error."""

from __future__ import annotations

from helpers import example

from sam_gen.checks.check import check, check_cases
from sam_gen.model.method import Severity


def test_findings_are_those_the_stories_intend(golden):
    """A line that appears or goes is a change of a story or of a rule: read it before the golden list is rewritten."""
    project = example()
    found = [*check(project), *check_cases(project)]
    assert all(one.severity is not Severity.ERROR for one in found)
    lines = sorted(f"{one.place.file} {one.code} {one.subject}".rstrip() for one in found)
    golden("example-findings.txt", "\n".join(lines) + "\n")


def test_three_strategic_two_key_one_candidate_and_twelve_lines():
    accounts = example().accounts
    tiers = [str(account.tier).rpartition("/")[2] for account in accounts]
    assert (tiers.count("strategic"), tiers.count("key"), tiers.count("candidate")) == (3, 2, 2)
    assert max(len(account.people) for account in accounts) >= 60


def test_nobody_stands_in_two_accounts():
    project = example()
    names = [person.name for account in project.accounts for person in account.people if person.name != "Vacant"]
    cases = [person.name for account in (project.cases.accounts if project.cases else ()) for person in account.people]
    assert len(set(names + cases) - {"Vacant"}) == len([name for name in names + cases if name != "Vacant"])
