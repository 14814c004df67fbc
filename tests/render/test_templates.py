"""House rules for templates and for the code around them, read from the sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers import ROOT, TEMPLATES
from jinja2 import nodes

from sam_gen.render.environment import environment

FILES = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())
IDS = [path.relative_to(TEMPLATES).as_posix() for path in FILES]
FILTERS = {"length", "prose"}
"""A template lays out; what is counted, sorted or cut is so before."""
CALLS = {"to", "outside"}
FORBIDDEN = (
    nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Concat,
    nodes.Assign, nodes.AssignBlock, nodes.Slice, nodes.MarkSafe, nodes.MarkSafeIfAutoescape, nodes.EvalContextModifier,
)  # fmt: skip
_ATTRIBUTE = r"\s+[a-z][\w:-]*(?:=\"[^\"<>]*\")?"
_TAG = re.compile(rf"<[a-zA-Z][\w-]*(?:{_ATTRIBUTE})*\s*>")


def lint(source: str) -> list[str]:
    """Return what is wrong with a template, one sentence each."""
    wrong = [
        f"links by {link}"
        for link in re.findall(r"(?:href|src|action|srcset)\s*=\s*(\S.{0,40})", source)
        if not _leads(link)
    ]
    plain = re.sub(r"\{%.*?%\}", "", re.sub(r"\{\{.*?\}\}", "X", source, flags=re.DOTALL), flags=re.DOTALL)
    for tag in re.findall(r"<[a-zA-Z][^>]*>?", plain):
        if not _TAG.fullmatch(tag):
            wrong.append(f"has an attribute without quotes in {tag}")
        if re.search(r"\s(on\w+|style)\s*=", tag) or re.match(
            r"<(script|style|iframe|object|embed|base|meta|form)\b", tag
        ):
            wrong.append(f"brings {tag}")
    headings = re.findall(r"^##+ .*$", source, re.MULTILINE)
    ids = [re.search(r" \{#([a-z][a-z0-9-]*|\{\{ [\w.]+ \}\})\}$", heading) for heading in headings]
    wrong += [f"has no id in {heading}" for heading, id_ in zip(headings, ids, strict=True) if not id_]
    names = [id_[1] for id_ in ids if id_] + re.findall(r'\sid="([^"]*)"', source)
    wrong += [f"has the id {name} twice" for name in {name for name in names if names.count(name) > 1}]
    return wrong + _logic(source)


def _leads(link: str) -> bool:
    return bool(re.match(r'"(\{\{ (to|outside)\(|#[a-z]|#\{\{ [\w.]+ \}\}")', link))


def _logic(source: str) -> list[str]:
    tree = environment().parse(source)
    macros = {
        name if isinstance(name, str) else name[1] for node in tree.find_all(nodes.FromImport) for name in node.names
    }
    macros |= {node.name for node in tree.find_all(nodes.Macro)}
    wrong = [f"works out {type(node).__name__}" for node in tree.find_all(FORBIDDEN)]
    wrong += [f"filters by {node.name}" for node in tree.find_all(nodes.Filter) if node.name not in FILTERS]
    for call in tree.find_all(nodes.Call):
        name = getattr(call.node, "name", "")
        if not isinstance(call.node, nodes.ExtensionAttribute) and name not in CALLS | macros:
            wrong.append(f"calls {name or getattr(call.node, 'attr', '?')}")
    return wrong


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_template(path):
    assert lint(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ('<a href="/accounts/">', "links by"),
        ('<a href="{{ x }}">', "links by"),
        ('<img src="https://x.example/y.png">', "links by"),
        ("<a class={{ x }}>", "without quotes"),
        ("<a class='x'>", "without quotes"),
        ('<p onclick="x">', "brings"),
        ('<p style="color: red">', "brings"),
        ("<script>", "brings"),
        ("## Heading", "has no id"),
        ("## A {#a}\n\n### B {#a}", "has the id a twice"),
        ("{{ a + b }}", "works out Add"),
        ("{{ a[:3] }}", "works out Slice"),
        ("{% set a = 1 %}", "works out Assign"),
        ("{{ a | sort }}", "filters by sort"),
        ("{{ a.keys() }}", "calls keys"),
    ],
)
def test_the_rules_catch(source, says):
    assert any(says in wrong for wrong in lint(source))


def test_safe_does_not_parse():
    with pytest.raises(Exception, match="No filter named 'safe'"):
        environment().compile("{{ x | safe }}")


@pytest.mark.parametrize(
    ("word", "rooms"),
    [("markupsafe", {"render"}), ("Markup(", {"render"}), ("__html__", {"render", "draw"}), ("autoescape", {"render"})],
)
def test_finished_html_is_made_in_few_rooms(word, rooms):
    package = ROOT / "sam_gen"
    holding = [path.relative_to(package) for path in package.rglob("*.py") if word in path.read_text(encoding="utf-8")]
    assert holding, "the word has gone out of use; look for the new one"
    assert [path for path in holding if path.parts[0] not in rooms] == []


def test_finished_drawings_are_made_in_draw():
    """`Svg(…)` declares a text safe, so only drawings may call it."""
    package = ROOT / "sam_gen"
    calls = [path for path in package.rglob("*.py") if re.search(r"\bSvg\(", path.read_text(encoding="utf-8"))]
    assert {Path(path).relative_to(package).parts[0] for path in calls} == {"draw"}
