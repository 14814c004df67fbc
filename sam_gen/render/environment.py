"""The Jinja environment: undefined names are errors, every value is escaped, HTML blocks are set aside."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context
from markupsafe import Markup, escape

from sam_gen.render.escape import finalize
from sam_gen.render.links import LinkRefused, between, outside
from sam_gen.render.page import Page, Rendered
from sam_gen.render.prose import prose
from sam_gen.render.together import in_html

TEMPLATES = Path(__file__).parent.parent / "templates"
_SLOT = '<div data-slot="{}"></div>'
_SLOTS = re.compile(r'<div data-slot="(\d+)"></div>')
_FILTERS = ("batch", "first", "join", "last", "length", "sort", "trim", "upper")


class HtmlBlock(Extension):
    """`{% html %}…{% endhtml %}`: HTML that goes around Markdown and is put into its slot afterwards."""

    tags = {"html"}  # noqa: RUF012 - declared so by Jinja

    def parse(self, parser: Parser) -> nodes.Node:
        """Read one block."""
        line = next(parser.stream).lineno
        body = parser.parse_statements(("name:endhtml",), drop_needle=True)
        call = self.call_method("_set_aside", [nodes.ContextReference()])
        return nodes.CallBlock(call, [], [], body).set_lineno(line)

    def _set_aside(self, context: Context, caller: Callable[[], str]) -> Markup:
        blocks: list[str] = context["blocks"]
        blocks.append(in_html(str(caller()).strip()))
        return Markup(f"\n\n{_SLOT.format(len(blocks) - 1)}\n\n")


@cache
def environment() -> Environment:
    """Return the one environment, with few filters and none that can undo the escaping."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="{##",  # {#id} gives a heading its id
        comment_end_string="##}",
        extensions=[HtmlBlock],
    )
    env.filters = {name: env.filters[name] for name in _FILTERS} | {"prose": prose}
    env.globals = {"outside": outside}
    return env


class TemplateBroken(Exception):
    """A template does not parse, prints something undefined, or prints what is not text."""


def render(page: Page, *, folder: bool = False) -> Rendered:
    """Render one page; raises TemplateBroken, which names template and line."""
    blocks: list[str] = []
    context: dict[str, Any] = {
        "page": page,
        "blocks": blocks,
        "to": partial(between, page.path, folder=folder),
    }
    text = render_text(page.template, context | dict(page.context))
    return Rendered(page, re.sub(r"\n{3,}", "\n\n", text).strip() + "\n", tuple(blocks))


def render_text(template: str, context: Mapping[str, Any]) -> str:
    """Render a template by name; raises TemplateBroken."""
    try:
        return environment().get_template(template).render(context)
    except TemplateSyntaxError as error:
        raise TemplateBroken(f"{error.name}:{error.lineno}: {error.message}.") from error
    except (TemplateError, TypeError, LinkRefused) as error:
        raise TemplateBroken(f"{_where(error, template)}: {error}.") from error


def _where(error: Exception, template: str) -> str:
    """Return template and line of the innermost template frame."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith((".md", ".html"))]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else template


def fill(html: str, blocks: tuple[str, ...]) -> str:
    """Put the blocks of a page into the slots of its converted HTML."""
    return _SLOTS.sub(lambda slot: blocks[int(slot.group(1))], html)


def escaped_title(page: Page) -> str:
    """Return the title for places that print it raw, such as `<title>` and the search index."""
    return str(escape(page.title))
