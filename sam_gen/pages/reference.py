"""`/reference/`: every rule, field, command and drawing, made from the code they describe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sam_gen.checks.check import check, severity
from sam_gen.checks.codes import READING_CODES
from sam_gen.checks.finding import Finding, Rule
from sam_gen.checks.rules import GROUPS, RULES
from sam_gen.model.method import RuleSetting
from sam_gen.model.project import Project
from sam_gen.model.scalars import key_of
from sam_gen.model.wording import TERMS, Wording
from sam_gen.pages.chooser import tool_address
from sam_gen.pages.commands import COMMANDS, EXIT_CODES
from sam_gen.pages.fields import record_tables
from sam_gen.pages.gallery.pages import gallery_pages
from sam_gen.pages.gallery.registry import EXHIBITS
from sam_gen.pages.parts import Frame, frame
from sam_gen.pages.tables import Cell, Link, Row, Table, columns
from sam_gen.pages.words import capital, count, number
from sam_gen.render.page import Page

HOME = "reference/"
_NAV = ("Method", "Reference")
_SHOWN = 12
"""Findings that a rule's page lists; more are a matter for `sam-gen check`."""


@dataclass(frozen=True)
class RuleRow:
    """One rule in the index."""

    code: str
    name: str
    address: str
    severity: str
    found: int


@dataclass(frozen=True)
class RuleGroup:
    """The rules whose codes begin alike."""

    id: str
    heading: str
    rows: tuple[RuleRow, ...]


@dataclass(frozen=True)
class FoundRow:
    """One finding on the page of its rule."""

    account: str
    address: str
    message: str
    place: str


def rule_address(code: str) -> str:
    """Return the address of a rule's page."""
    return f"{HOME}rules/{code.lower()}/"


def reference_pages(project: Project, lessons: Mapping[str, str] | None = None) -> tuple[Page, ...]:
    """Return all pages of the reference; `lessons` holds the address of every lesson there is, by its id."""
    found: dict[str, list[Finding]] = {rule.code: [] for rule in RULES}
    for finding in check(project):
        found[finding.code].append(finding)
    return (
        _index(project),
        _rules(project, found),
        *(_rule(project, rule, found[rule.code], lessons or {}) for rule in RULES),
        _fields(project),
        _commands(project),
        *gallery_pages(project),
    )


def _frame(project: Project, *crumbs: tuple[str, str]) -> Frame:
    return frame(project, (("Reference", HOME), *crumbs))


def _index(project: Project) -> Page:
    fields = sum(len(table.rows) for table in record_tables())
    return Page(
        path=HOME,
        title="Reference",
        template="reference/index.md",
        context={
            "frame": _frame(project),
            "rules": len(RULES),
            "codes": len(READING_CODES),
            "fields": fields,
            "records": len(record_tables()),
            "commands": len(COMMANDS),
            "drawings": len(EXHIBITS),
        },
        nav=_NAV,
    )


# Rules ---------------------------------------------------------------------------


def _rules(project: Project, found: Mapping[str, list[Finding]]) -> Page:
    groups = tuple(
        RuleGroup(
            id=prefix.lower(),
            heading=f"{prefix}xx: {words.lower()}",
            rows=tuple(
                RuleRow(rule.code, rule.name, rule_address(rule.code), _severity(project, rule), len(found[rule.code]))
                for rule in RULES
                if rule.code.startswith(prefix)
            ),
        )
        for prefix, words in GROUPS.items()
    )
    return Page(
        path=f"{HOME}rules/",
        title="Rules",
        template="reference/rules.md",
        context={
            "frame": _frame(project, ("Rules", f"{HOME}rules/")),
            "lede": _rules_lede(found),
            "groups": groups,
            "codes": tuple(READING_CODES.items()),
        },
        nav=(*_NAV, "Rules"),
    )


def _rules_lede(found: Mapping[str, list[Finding]]) -> str:
    """Say how many rules there are and how many of them find something."""
    firing = sum(bool(findings) for findings in found.values())
    things = sum(len(findings) for findings in found.values())
    if not things:
        return f"{capital(count(len(found), 'rule'))}. Today none of them finds anything in these files."
    verb = "finds" if firing == 1 else "find"
    return f"{capital(count(len(found), 'rule'))}. Today {number(firing)} of them {verb} {count(things, 'thing')}."


def _severity(project: Project, rule: Rule) -> str:
    return severity(rule, None, _setting(project, rule)).value


def _setting(project: Project, rule: Rule) -> RuleSetting | None:
    """Return how loud the playbook makes a rule; None where it leaves it as it is."""
    return next((one for one in project.playbook.method.rules.rules if one.code == rule.code), None)


def _rule(project: Project, rule: Rule, findings: list[Finding], lessons: Mapping[str, str]) -> Page:
    names = {account.id: account.name for account in project.accounts}
    rows = tuple(
        FoundRow(
            account=names.get(one.account, "Playbook"),
            address=f"{project.base}{one.account}/" if one.account else "",
            message=one.message,
            place=f"{one.place.file}:{one.place.line}",
        )
        for one in findings[:_SHOWN]
    )
    return Page(
        path=rule_address(rule.code),
        title=f"{rule.code}: {rule.name}",
        template="reference/rule.md",
        context={
            "frame": _frame(project, ("Rules", f"{HOME}rules/")),
            "rule": rule,
            "severity": _severity(project, rule),
            "tiers": _tiers(project, rule),
            "rows": rows,
            "heading": _found_heading(len(findings)),
            "more": f"{count(len(findings) - _SHOWN, 'more')}: run sam-gen check" if len(findings) > _SHOWN else "",
            "lesson": lessons.get(rule.lesson, ""),
            "tools": tuple(
                Link(tool.name, tool_address(tool)) for tool in project.playbook.tools if rule.code in tool.answers
            ),
        },
        searched=False,
    )


def _found_heading(findings: int) -> str:
    return f"Today: {count(findings, 'finding')}" if findings else "Today: nothing found"


def _tiers(project: Project, rule: Rule) -> tuple[str, ...]:
    """Say where a tier differs from what the rule is elsewhere."""
    setting = _setting(project, rule)
    if setting is None:
        return ()
    names = {tier.id: tier.name for tier in project.playbook.settings.tiers}
    keys = ((key_of(one.tier), one.severity.value) for one in setting.tiers)
    return tuple(f"{names.get(key, key)}: {loud}" for key, loud in keys)


# Fields and commands ----------------------------------------------------------------


def _called(words: Wording) -> Table:
    """List every word that a company can rename, with its English and what is said here."""
    own = {saying.of: saying.say for saying in words.own}
    rows = (Row((Cell(term), Cell(said), Cell(own.get(term, "–")))) for term, said in TERMS.items())
    changed = f"{number(len(own))} said differently here" if own else "all of them English here"
    heads = columns("Word of the files", "English", "Said here")
    return Table(f"What the site calls {len(TERMS)} words: {changed}", heads, tuple(rows))


def _fields(project: Project) -> Page:
    tables = record_tables()
    return Page(
        path=f"{HOME}fields/",
        title="Fields",
        template="reference/fields.md",
        context={
            "frame": _frame(project, ("Fields", f"{HOME}fields/")),
            "tables": tables,
            "fields": sum(len(table.rows) for table in tables),
            "called": _called(project.playbook.words),
        },
        nav=(*_NAV, "Fields"),
    )


def _commands(project: Project) -> Page:
    return Page(
        path=f"{HOME}commands/",
        title="Commands",
        template="reference/commands.md",
        context={
            "frame": _frame(project, ("Commands", f"{HOME}commands/")),
            "commands": tuple(
                (name, name.replace(" ", ""), one, tuple(one.options.items())) for name, one in COMMANDS.items()
            ),
            "exit_codes": EXIT_CODES,
        },
        nav=(*_NAV, "Commands"),
    )
