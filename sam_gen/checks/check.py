"""Every finding of a project: each account judged by itself, its ignores applied, severities by tier."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from sam_gen.checks.content import content
from sam_gen.checks.facts import Facts
from sam_gen.checks.finding import Finding, Hit, Rule
from sam_gen.checks.hygiene import (
    bare_ignore,
    expired,
    expired_ignore,
    lost_entry,
    unknown_answers,
    unknown_rule,
    unknown_settings,
    unused_ignore,
)
from sam_gen.checks.reads import audiences
from sam_gen.checks.rules import BY_CODE, RULES
from sam_gen.checks.whose import Whose
from sam_gen.model.account import Account, Ignore
from sam_gen.model.method import RuleSetting, Severity
from sam_gen.model.playbook import Playbook
from sam_gen.model.project import Project
from sam_gen.model.record import Audience
from sam_gen.model.scalars import key_of

LOUDNESS: Mapping[Severity, int] = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
"""The most severe first."""

ABOUT_IGNORES = frozenset({expired_ignore.code, unused_ignore.code, unknown_rule.code, bare_ignore.code})
"""Rules about ignores cannot be ignored themselves: that would never end."""

CODES = frozenset(BY_CODE)


def check(project: Project) -> tuple[Finding, ...]:
    """Return every finding, in the order of files and lines."""
    settings = project.playbook.method.rules
    found = list(_playbook(project))
    by_code = {setting.code: setting for setting in settings.rules}
    for account in project.accounts:
        found += _account(account, project.playbook, project.as_of, by_code)
    found += check_cases(project)
    return tuple(sorted(found, key=lambda one: (one.place, one.code, one.subject)))


def check_cases(project: Project) -> tuple[Finding, ...]:
    """Return what the cases name that the models lack. What else a case lacks is there for somebody to find."""
    cases, settings = project.cases, project.playbook.method.rules.rules
    own = next((setting for setting in settings if setting.code == lost_entry.code), None)
    loud = severity(lost_entry, None, own)
    if cases is None or loud is Severity.OFF:
        return ()
    found = []
    for account in (*cases.accounts, *(cases.practice.accounts if cases.practice else ())):
        lost = tuple(one for one in cases.lost if one.account == account.id)
        facts = Facts(account, cases.playbook, cases.as_of, lost=lost)
        kept, _ = _apply([(lost_entry, hit) for hit in lost_entry.judge(facts)], _live(account, cases.as_of))
        found += [Finding.of(lost_entry, loud, hit) for _, hit in kept]
    return tuple(found)


def check_practice(project: Project, files: Collection[str]) -> tuple[Finding, ...]:
    """Return every finding of the practice files that were asked for by their names, in the order of their lines.

    Their faults are meant: whoever asks for everything, or for a folder, is not told of them.
    """
    cases = project.cases
    asked = [one for one in cases.practice.accounts if one.place.file in files] if cases and cases.practice else []
    found = [one for account in asked if cases for one in check_account(account, cases.playbook, cases.as_of)]
    return tuple(sorted(found, key=lambda one: (one.place, one.code, one.subject)))


def check_account(
    account: Account, playbook: Playbook, as_of: datetime.date, clearance: Audience = Audience.RESTRICTED
) -> tuple[Finding, ...]:
    """Return the findings of one account, the most severe first, then in the order of the file.

    A rule that reads a field an edition does not show is not judged there: what is hidden is not missing.
    """
    by_code = {setting.code: setting for setting in playbook.method.rules.rules}
    found = [one for one in _account(account, playbook, as_of, by_code) if visible(BY_CODE[one.code], clearance)]
    return tuple(sorted(found, key=lambda one: (LOUDNESS[one.severity], one.place, one.code, one.subject)))


def severity(rule: Rule, tier: str | None, setting: RuleSetting | None, *, first: bool = False) -> Severity:
    """Return how loudly a rule speaks in a tier: the tier's word, else the company's, else the rule's own.

    `first` says that it is the tier of the most care, whatever a company calls it.
    """
    if setting is None:
        return rule.severity
    for one in setting.tiers:
        if tier is not None and key_of(one.tier) == tier:
            return one.severity
    if first and setting.first_tier:
        return setting.first_tier
    return setting.severity or rule.severity


def visible(rule: Rule, clearance: Audience) -> bool:
    """Whether an edition of that clearance shows every field a rule reads."""
    return all(audience <= _ORDER[clearance] for audience in _audiences(rule))


_ORDER: Mapping[Audience, int] = {audience: i for i, audience in enumerate(Audience)}


@cache
def _audiences(rule: Rule) -> tuple[int, ...]:
    return tuple(_ORDER[audience] for path in rule.reads for audience in audiences(path))


def _playbook(project: Project) -> Iterator[Finding]:
    playbook, settings = project.playbook, project.playbook.method.rules
    cases = frozenset(account.id for account in project.cases.accounts) if project.cases else frozenset()
    by_code = {setting.code: setting for setting in settings.rules}
    unknown = (
        *unknown_settings((*settings.rules, *playbook.method.attention.rules), CODES),
        *unknown_answers(playbook.tools, CODES),
    )
    for rule, hit in (*((unknown_rule, hit) for hit in unknown), *content(playbook, cases)):
        loud = severity(rule, None, by_code.get(rule.code))
        if loud is not Severity.OFF:
            yield Finding.of(rule, loud, hit)


def _account(
    account: Account, playbook: Playbook, as_of: datetime.date, settings: Mapping[str, RuleSetting]
) -> list[Finding]:
    facts = Facts(account, playbook, as_of, pinned=playbook.settings.as_of == as_of, codes=CODES)
    tier = facts.tier.id if facts.tier else None
    first = facts.top_tier
    loud = {rule.code: severity(rule, tier, settings.get(rule.code), first=first) for rule in RULES}
    hits = [(rule, hit) for rule in RULES if loud[rule.code] is not Severity.OFF for hit in rule.judge(facts)]
    live = _live(account, as_of)
    kept, used = _apply(hits, live)
    if loud[unused_ignore.code] is not Severity.OFF:
        unused = tuple(i for i in live if i not in used)
        kept += [(unused_ignore, hit) for hit in unused_ignore.judge(replace(facts, unused=unused))]
    whose = Whose(facts)
    return [Finding.of(rule, loud[rule.code], hit, account.id, whose.acts(hit.subject)) for rule, hit in kept]


def _live(account: Account, as_of: datetime.date) -> Mapping[int, Ignore]:
    """Return the ignores that count today, by their number."""
    return {i: one for i, one in enumerate(account.ignore) if not expired(one, as_of) and one.rule in CODES}


def _apply(hits: Iterable[tuple[Rule, Hit]], ignores: Mapping[int, Ignore]) -> tuple[list[tuple[Rule, Hit]], set[int]]:
    """Take out what is accepted; return the rest, and which ignores took something out."""
    by_rule: dict[str, list[tuple[int, Ignore]]] = {}
    for i, ignore in ignores.items():
        if ignore.rule not in ABOUT_IGNORES:
            by_rule.setdefault(ignore.rule, []).append((i, ignore))
    kept, used = [], set[int]()
    for rule, hit in hits:
        matching = {i for i, ignore in by_rule.get(rule.code, ()) if _accepts(ignore, hit)}
        used |= matching
        if not matching:
            kept.append((rule, hit))
    return kept, used


def _accepts(ignore: Ignore, hit: Hit) -> bool:
    """Whether an ignore is about this hit: the whole account, the record's list and id, or its id alone."""
    return ignore.on is None or ignore.on in (hit.subject, hit.subject.partition("/")[2])
