"""mkdocs.yml for the written tree: the project's own, without our plugin and with what the plugin would have added.

It is changed as YAML nodes, not as values: tags such as `!ENV` and `!!python/name:` mean something to the engine alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

HEAD = "# Written by `sam-gen write`. Change the mkdocs.yml of the playbook instead, and write again.\n"
_ENGINE_SIDE = ("docs_dir", "site_dir", "watch")
"""Settings that mean another place here, and are left to the engine."""


@dataclass(frozen=True)
class Added:
    """What the plugin adds under MkDocs."""

    nav: list[Any]
    aside: tuple[str, ...]
    """Patterns of the pages that are meant to stand outside the navigation."""
    extensions: tuple[str, ...]
    css: tuple[str, ...]
    scripts: tuple[str, ...]


def for_engine(text: str, added: Added) -> str:
    """Return the mkdocs.yml of the written tree; `text` is the project's own, which MkDocs has accepted."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode), "MkDocs accepts nothing else"
    settings = _Settings({key.value: value for key, value in root.value if key.value not in _ENGINE_SIDE})
    settings.without_sam()
    settings.with_items("markdown_extensions", added.extensions, first=False)
    settings.with_items("extra_css", added.css, first=True)
    settings.with_items("extra_javascript", added.scripts, first=True)
    settings.without_fonts()
    if "nav" not in settings.nodes:
        settings.nodes["nav"] = _node(added.nav)
    settings.with_lines("not_in_nav", added.aside)
    body: str = yaml.serialize(settings.root(), allow_unicode=True, width=120)
    return HEAD + body


def inherits(text: str) -> bool:
    """Whether mkdocs.yml takes part of its settings from another file, which the written tree does not have."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return isinstance(root, yaml.MappingNode) and any(key.value == "INHERIT" for key, _ in root.value)


def _node(value: Any) -> yaml.Node:
    """Return plain data as nodes; JSON is YAML."""
    node = yaml.compose(json.dumps(value, ensure_ascii=False), Loader=yaml.SafeLoader)
    assert node is not None
    return node


def _name(item: yaml.Node) -> str:
    """Return what a plugin or an extension in a list is called; it may be a text, or a mapping with its options."""
    if isinstance(item, yaml.MappingNode) and item.value:
        return str(item.value[0][0].value)
    return str(item.value)


class _Settings:
    """The top level of mkdocs.yml."""

    def __init__(self, nodes: dict[str, yaml.Node]) -> None:
        self.nodes = nodes

    def root(self) -> yaml.MappingNode:
        pairs = [(yaml.ScalarNode("tag:yaml.org,2002:str", key), value) for key, value in self.nodes.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)

    def without_sam(self) -> None:
        plugins = self.nodes.get("plugins")
        if isinstance(plugins, yaml.SequenceNode):
            plugins.value = [item for item in plugins.value if _name(item) != "sam"]
        elif isinstance(plugins, yaml.MappingNode):
            plugins.value = [(key, value) for key, value in plugins.value if key.value != "sam"]

    def without_fonts(self) -> None:
        """Keep the theme from asking another host for its fonts, whatever the project says."""
        theme = self.nodes.get("theme")
        pairs = theme.value if isinstance(theme, yaml.MappingNode) else [(_node("name"), theme or _node("material"))]
        kept = [(key, value) for key, value in pairs if key.value != "font"]
        font = (_node("font"), _node(False))
        self.nodes["theme"] = yaml.MappingNode("tag:yaml.org,2002:map", [*kept, font], flow_style=False)

    def with_items(self, key: str, names: Iterable[str], *, first: bool) -> None:
        """Add to a list what is not in it yet; a list of extensions may also be a mapping with their options."""
        node = self.nodes.get(key)
        if isinstance(node, yaml.MappingNode):
            there = {name.value for name, _ in node.value}
            node.value += [(_node(name), _node(None)) for name in names if name not in there]
            return
        items = node.value if isinstance(node, yaml.SequenceNode) else []
        new = [_node(name) for name in names if name not in {_name(item) for item in items}]
        both = [*new, *items] if first else [*items, *new]
        self.nodes[key] = yaml.SequenceNode("tag:yaml.org,2002:seq", both, flow_style=False)

    def with_lines(self, key: str, lines: Iterable[str]) -> None:
        """Add lines to a setting that is one text of many lines."""
        node = self.nodes.get(key)
        before = str(node.value).splitlines() if isinstance(node, yaml.ScalarNode) and node.value else []
        self.nodes[key] = _node("".join(f"{line}\n" for line in [*before, *lines]))
