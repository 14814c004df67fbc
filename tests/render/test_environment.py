"""Templates: few filters, HTML blocks that Markdown never sees, errors that name the line."""

from __future__ import annotations

import pytest
from helpers import tags, to_html
from jinja2 import FileSystemLoader
from jinja2.defaults import DEFAULT_FILTERS

from sam_gen.render.environment import TemplateBroken, environment, escaped_title, fill, render
from sam_gen.render.page import Page

KEPT = {"batch", "first", "join", "last", "length", "sort", "trim", "upper", "prose"}


@pytest.fixture
def show(tmp_path, monkeypatch):
    """Render a template given as text; returns Markdown and blocks."""
    monkeypatch.setattr(environment(), "loader", FileSystemLoader(tmp_path))

    def rendered(template: str, path: str = "here/", **context: object):
        (tmp_path / "case.md").write_text(template, encoding="utf-8")
        return render(Page(path, "A & B", "case.md", context))

    return rendered


@pytest.mark.parametrize("name", sorted(set(DEFAULT_FILTERS) - KEPT))
def test_a_removed_filter_is_an_error(show, name):
    with pytest.raises(TemplateBroken, match=r"case\.md:2: No filter named"):
        show(f"a\n{{{{ x | {name} }}}}", x="y")


def test_the_kept_filters_are_the_ones_listed():
    assert set(environment().filters) == KEPT


def test_no_filter_lets_html_through(show):
    hostile = "<b>"
    template = (
        "{{ x | trim }}{{ x | upper }}{{ [x, x] | join('<') }}{{ [x] | first }}{{ [x] | last }}{{ [x] | sort | first }}"
    )
    assert "<" not in show(template, x=hostile).markdown


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("a\n{{ nothing }}", "'nothing' is undefined"),
        ("a\n{{ page.nothing }}", "no attribute 'nothing'"),
        ("a\n{{ nobody }}", "a template prints a NoneType"),
        ("a\n{{ share }}", "a template prints a float"),
        ("a\n{{ truth }}", "a template prints a bool"),
        ("a\n{{ to('../x') }}", "not an address of this site"),
        ("a\n{{ outside('javascript:x') }}", "not a link for a page"),
        ("a\n{% for x in nothing %}{% endfor %}", "'nothing' is undefined"),
        ("a\n{% html %}<p>", "Unexpected end of template"),
        ("a\n{% if %}", "Expected an expression"),
        ("a\n{% html %}{{ nothing }}{% endhtml %}", "'nothing' is undefined"),
    ],
)
def test_an_error_names_template_and_line(show, template, says):
    with pytest.raises(TemplateBroken, match=r"case\.md:2: ") as error:
        show(template, truth=True, nobody=None, share=1.5)
    assert says in str(error.value)


def test_a_block_waits_in_its_slot(show):
    rendered = show("# T\n{% html %}\n<p>{{ x }}</p>\n{% endhtml %}\nafter", x="a<b")
    assert rendered.blocks == ("<p>a&#60;b</p>",)
    assert "<p>" not in rendered.markdown
    assert fill(to_html(rendered.markdown), rendered.blocks).count("<p>a&#60;b</p>") == 1


def test_blocks_inside_sections_and_loops(show):
    rendered = show(
        '<section markdown="1">\n\n## H {#h}\n{% for x in rows %}'
        "{% html %}<ul>\n<li>{{ x }}</li>\n</ul>{% endhtml %}{% endfor %}\n\n</section>\n",
        rows=("one", "two *x*", "three"),
    )
    page = fill(to_html(rendered.markdown), rendered.blocks)
    assert [element.text for element in tags(page, "li")] == ["one", "two *x*", "three"]
    assert [element.attributes for element in tags(page, "h2")] == [{"id": "h"}]
    (section,) = tags(page, "section")
    assert "three" in section.text
    assert "data-slot" not in page


def test_a_value_that_looks_like_a_slot_is_text(show):
    slot = '<div data-slot="0"></div>'
    rendered = show("{{ x }}\n{% html %}<p>{{ x }}</p>{% endhtml %}", x=slot)
    page = fill(to_html(rendered.markdown), rendered.blocks)
    assert [element.text for element in tags(page, "p")] == [slot, slot]


def test_a_block_is_not_filled_twice(show):
    """What a block holds is put in as it is, even if prose in it came to look like a slot."""
    assert fill('<div data-slot="0"></div>', ('<div data-slot="0"></div>',)) == '<div data-slot="0"></div>'
    assert fill('<div data-slot="1"></div>', (r"\1", r"\g<0>")) == r"\g<0>"


def test_nothing_is_carried_from_page_to_page(show):
    template = "{% html %}<p>{{ x }}</p>{% endhtml %}"
    assert show(template, x="one").blocks == ("<p>one</p>",)
    assert show(template, x="two").blocks == ("<p>two</p>",)


def test_a_heading_keeps_its_id_and_a_comment_is_gone(show):
    rendered = show("{## a note ##}\n## {{ x }} {#people}", x="a {#b}")
    (heading,) = tags(to_html(rendered.markdown), "h2")
    assert (heading.text, heading.attributes) == ("a {#b}", {"id": "people"})


def test_values_are_never_templates(show):
    assert "49" not in show("{{ x }}", x="{{ 7 * 7 }}").markdown


def test_the_title_is_escaped_for_raw_places(show):
    assert escaped_title(Page("", "A </title>", "x")) == "A &lt;/title&gt;"
