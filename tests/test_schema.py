"""The schemas that editors read: fresh, well formed, and true of the example."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from sam_gen.reading.schema import KINDS, schema

ROOT = Path(__file__).parents[1]
FILES = {
    "account": sorted((ROOT / "accounts").glob("*.yml")),
    "playbook": [ROOT / "playbook/playbook.yml"],
    "team": [ROOT / "playbook/team.yml"],
    "offerings": [ROOT / "playbook/offerings.yml"],
    "onboarding": [ROOT / "playbook/onboarding.yml"],
    "becoming": [ROOT / "playbook/becoming.yml"],
    "facilitation": [ROOT / "playbook/facilitation.yml"],
    "glossary": [ROOT / "playbook/glossary.yml"],
    "provenance": [ROOT / "playbook/provenance.yml"],
    "questions": sorted((ROOT / "playbook/questions").glob("*.yml")),
    "practice": sorted((ROOT / "playbook/cases/practice").glob("*.yml")),
    "lesson": sorted((ROOT / "playbook/curriculum").glob("*/*.md")),
    "tool": sorted((ROOT / "playbook/tools").glob("*.md")),
    **{f"model-{path.stem}": [path] for path in sorted((ROOT / "playbook/models").glob("*.yml"))},
}


class Core(yaml.SafeLoader):
    """YAML 1.2 as the editor's server reads it: a day and NO are text."""


Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "bool", "merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str) -> object:
    return yaml.load(text, Loader=Core)


def fields_of(path: Path) -> object:
    """Return what stands in a file of YAML, or at the top of a lesson or tool."""
    text = path.read_text(encoding="utf-8")
    return load(text.split("---\n")[1] if path.suffix == ".md" else text)


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_fresh(kind: str) -> None:
    path = ROOT / "docs/schema" / f"{kind}.json"
    assert path.is_file()
    assert path.read_text(encoding="utf-8") == schema(kind), "write it anew with: sam-gen schema"


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_a_schema(kind: str) -> None:
    value = json.loads(schema(kind))
    Draft202012Validator.check_schema(value)
    text = schema(kind)
    assert '"title":' not in text.replace('"title": {', "")
    assert '"null"' not in text


@pytest.mark.parametrize(("kind", "path"), [(kind, path) for kind, paths in FILES.items() for path in paths])
def test_the_example_fits(kind: str, path: Path) -> None:
    validator = Draft202012Validator(json.loads(schema(kind)))
    assert [error.message for error in validator.iter_errors(fields_of(path))] == []


FITS = {
    "short forms": "name: A\npeople: [{name: P, support: mentor, roles: decider, influence: 7}]\n",
    "a claim": "name: A\npeople: [{name: P, support: {value: mentor, basis: observed, as_of: 2026-01-02}}]\n",
    "a history": "name: A\npeople: [{name: P, support: [neutral, {value: mentor}]}]\n",
    "two days": "name: A\ntimeframe: 2026-07-01 to 2027-06-30\n",
    "a year": "name: A\ntimeframe: 2027\n",
    "not known yet": "name: A\nlead:\ntimeframe: ~\npeople: [{name: P, support: , influence: null}]\n",
}
FAILS = {
    "no name": "tier: key\n",
    "a wrong field": "name: A\nlaed: x\n",
    "a wrong word": "name: A\npeople: [{name: P, support: suporter}]\n",
    "too much influence": "name: A\npeople: [{name: P, influence: 11}]\n",
    "not a day": "name: A\nas_of: 2.11.2026\n",
    "no such month": "name: A\nas_of: 2026-13-01\n",
    "a record for a list": "name: A\npeople: {name: P}\n",
    "money in words": "name: A\nobjectives: [{name: O, we_get: 180k}]\n",
    "an unsafe link": "name: A\nbusiness: {website: 'javascript:alert(1)'}\n",
    "its own id": "id: x\nname: A\n",
}


WORDS = {
    "words: [{of: support/mentor, say: Ally}, {of: role/champion, say: Voice inside, letter: V}]\n": True,
    "words: []\n": True,
    "words: [{of: mentor, say: Ally}]\n": False,
    "words: [{of: role/champion, say: Voice inside, letter: VI}]\n": False,
    "words: [{of: support/mentor}]\n": False,
}


@pytest.mark.parametrize("text", WORDS)
def test_words_of_the_company(text: str) -> None:
    assert Draft202012Validator(json.loads(schema("words"))).is_valid(load(text)) is WORDS[text]


@pytest.mark.parametrize("name", FITS)
def test_fits(name: str) -> None:
    assert Draft202012Validator(json.loads(schema("account"))).is_valid(load(FITS[name]))


@pytest.mark.parametrize("name", FAILS)
def test_fails(name: str) -> None:
    assert not Draft202012Validator(json.loads(schema("account"))).is_valid(load(FAILS[name]))


LESSON = "name: One voice\nfactor: 2\nminutes: 20\nyou_can: [Name who told you]\n"
TOOL = "name: T\nsymptom: S\nwhen: W\nwhen_not: [N]\nneed: [P]\nminutes: [5, 30, 120]\noutput: O\n"
TOPS = {
    "a lesson": ("lesson", LESSON, True),
    "a lesson with a question": (
        "lesson",
        f"{LESSON}checks: [{{question: Q, options: [{{text: A, right: yes, feedback: F}}]}}]\n",
        True,
    ),
    "a lesson that says its number": ("lesson", f"{LESSON}number: 3\n", False),
    "a lesson of a sixth factor": ("lesson", LESSON.replace("factor: 2", "factor: 6"), False),
    "a lesson without minutes": ("lesson", LESSON.replace("minutes: 20\n", ""), False),
    "a tool": ("tool", TOOL, True),
    "a tool that says its id": ("tool", f"{TOOL}id: t\n", False),
    "a tool with its text in a field": ("tool", f"{TOOL}body: B\n", False),
    "a tool with two forms": ("tool", TOOL.replace("5, 30, 120", "5, 30"), False),
}


@pytest.mark.parametrize("name", TOPS)
def test_the_top_of_a_lesson_or_tool(name: str) -> None:
    kind, text, fits = TOPS[name]
    assert Draft202012Validator(json.loads(schema(kind))).is_valid(load(text)) is fits
