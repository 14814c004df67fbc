"""`sam-gen write`: a whole tree, only ever its own files, never half of one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import markdown
import pytest
from publish.copies import command, lay_down, small, tree

from sam_gen.model.edition import Edition
from sam_gen.publish import folder, mkdocs_yml
from sam_gen.publish.site import BuildFailed


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small(tmp_path / "playbook é")


@pytest.fixture
def out(project: Path) -> Path:
    written = project.parent / "written"
    folder.write(project / "mkdocs.yml", written)
    return written


def again(project: Path, out: Path) -> int:
    return folder.write(project / "mkdocs.yml", out)[1]


def stamps(out: Path) -> dict[str, int]:
    return {path.relative_to(out).as_posix(): path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


def test_what_is_there(out: Path) -> None:
    files = set(tree(out))
    assert {"mkdocs.yml", "docs/index.md", "docs/accounts/grevenau/index.md", "docs/assets/sam.css"} <= files
    assert files - {folder.MADE} == set(json.loads((out / folder.MADE).read_text(encoding="utf-8"))["files"])


def test_nothing_is_touched_that_would_come_out_the_same(project: Path, out: Path) -> None:
    before = stamps(out)
    assert again(project, out) == 0
    assert stamps(out) == before


def test_only_what_changed_is_written(project: Path, out: Path) -> None:
    before = tree(out)
    (project / "docs/more.md").write_text("# More\n", encoding="utf-8")
    again(project, out)
    changed = {name for name, text in tree(out).items() if before.get(name) != text}
    assert changed == {"docs/more.md", "mkdocs.yml", folder.MADE}, "the page, the navigation and the list"


def test_what_is_gone_goes_and_nothing_else(project: Path, out: Path) -> None:
    (out / "docs/accounts/mine.md").write_text("# Mine\n", encoding="utf-8")
    (out / "site").mkdir()
    (out / "site/index.html").write_text("built by an engine", encoding="utf-8")
    (project / "accounts/grevenau.yml").rename(project / "accounts/neu.yml")
    again(project, out)
    assert not (out / "docs/accounts/grevenau").exists()
    assert (out / "docs/accounts/neu/index.md").is_file()
    assert (out / "docs/accounts/mine.md").is_file()
    assert (out / "site/index.html").is_file()


def test_two_ways_lead_to_the_same_tree(project: Path, out: Path) -> None:
    (project / "accounts/grevenau.yml").rename(project / "accounts/neu.yml")
    again(project, out)
    fresh = project.parent / "fresh"
    folder.write(project / "mkdocs.yml", fresh)
    assert tree(fresh) == tree(out)


def test_an_edited_file_is_put_right(project: Path, out: Path) -> None:
    before = tree(out)
    (out / "docs/index.md").write_text("edited", encoding="utf-8")
    assert again(project, out) == 1
    assert tree(out) == before


@pytest.mark.parametrize("dies_at", [1, 2, 4])
def test_a_crash_leaves_no_half_file_and_the_next_run_ends_it(
    project: Path, out: Path, dies_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(out)
    (project / "accounts/grevenau.yml").write_text("name: Umgezogen\n", encoding="utf-8")
    (project / "accounts/neu.yml").write_text("name: Neu\n", encoding="utf-8")
    fresh = project.parent / "fresh"
    folder.write(project / "mkdocs.yml", fresh)
    after, calls, real = tree(fresh), [0], os.fsync

    def fsync(number: int) -> None:
        calls[0] += 1
        if calls[0] == dies_at:
            raise OSError(28, "No space left on device")
        real(number)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(BuildFailed, match="No space left"):
        again(project, out)
    monkeypatch.undo()
    for name, text in tree(out).items():
        assert name in (folder.MADE, folder._DRAFT) or text in (before.get(name), after.get(name)), name
    again(project, out)
    assert {name: text for name, text in tree(out).items() if name != folder._DRAFT} == after


def test_a_link_in_the_tree_is_not_written_through(project: Path, out: Path) -> None:
    outside = project.parent / "outside.md"
    outside.write_text("mine", encoding="utf-8")
    (out / "docs/index.md").unlink()
    (out / "docs/index.md").symlink_to(outside)
    again(project, out)
    assert outside.read_text(encoding="utf-8") == "mine"


def test_an_edited_list_reaches_nothing_outside(project: Path, out: Path) -> None:
    outside = project.parent / "outside.md"
    outside.write_text("mine", encoding="utf-8")
    names = ["../outside.md", str(outside), "docs/../../outside.md", "", 7]
    (out / folder.MADE).write_text(
        json.dumps({"files": [*json.loads((out / folder.MADE).read_text())["files"], *names]})
    )
    again(project, out)
    assert outside.exists()


# Refused ---------------------------------------------------------------------------


REFUSED = {".": "holds the project", "..": "holds the project", "docs": "is read", "accounts/x": "is read"}


@pytest.mark.parametrize("target", [*REFUSED, "full"])
def test_refused(project: Path, target: str) -> None:
    (project / "full").mkdir()
    (project / "full/mine.txt").write_text("mine", encoding="utf-8")
    before = tree(project)
    done = command(project, "write", target)
    assert (done.returncode, "Nothing was written." in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert REFUSED.get(target, "is not empty") in done.stderr
    assert tree(project) == before


def test_a_foreign_file_in_the_way(project: Path, out: Path) -> None:
    (project / "accounts/neu.yml").write_text("name: Neu\n", encoding="utf-8")
    (out / "docs/accounts/neu").mkdir()
    (out / "docs/accounts/neu/index.md").write_text("mine", encoding="utf-8")
    before = tree(out)
    with pytest.raises(BuildFailed, match=r"neu/index\.md was not written by this command"):
        again(project, out)
    assert tree(out) == before


def test_reading_problems_write_nothing(project: Path) -> None:
    (project / "accounts/grevenau.yml").write_text("name: [\n", encoding="utf-8")
    done = command(project, "write", "out")
    assert (done.returncode, "SAM010" in done.stdout) == (1, True)
    assert not (project / "out").exists()


def test_a_hand_written_page_at_a_generated_address(project: Path) -> None:
    (project / "docs/index.md").write_text("# Mine\n", encoding="utf-8")
    with pytest.raises(BuildFailed, match="SAM008"):
        folder.write(project / "mkdocs.yml", project / "out")
    assert not (project / "out").exists()


def test_settings_from_another_file_are_refused(project: Path) -> None:
    (project / "mkdocs.yml").rename(project / "base.yml")
    (project / "mkdocs.yml").write_text("INHERIT: base.yml\n", encoding="utf-8")
    with pytest.raises(BuildFailed, match="inherits"):
        folder.write(project / "mkdocs.yml", project / "out")


# What is in it ---------------------------------------------------------------------


def test_the_command_says_what_it_did(project: Path) -> None:
    first, second = command(project, "write", "out"), command(project, "write", "out")
    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    assert "files written or removed in out" in first.stdout
    assert "0 files written or removed in out" in second.stdout


def test_the_coach_edition_says_so(project: Path) -> None:
    folder.write(project / "mkdocs.yml", project / "out", edition=Edition.COACH)
    assert Edition.COACH.words in (project / "out/docs/index.md").read_text(encoding="utf-8").replace("&#32;", " ")


def test_hidden_files_stay_behind_and_theme_files_come_along(project: Path) -> None:
    for name in ("docs/.secret.md", "docs/.git/x.md", "docs/a/b.png", "theme/main.html"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("{% extends 'base.html' %}", encoding="utf-8")
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("  name: material\n", "  name: material\n  custom_dir: theme\n")
    config.write_text(text, encoding="utf-8")
    folder.write(config, project / "out")
    files = set(tree(project / "out"))
    assert {"docs/a/b.png", "theme/main.html"} <= files
    assert not {name for name in files if "secret" in name or ".git" in name}


ADDED = mkdocs_yml.Added(
    nav=[{"Desk": "index.md"}], aside=("/accounts/",), extensions=("toc", "tables"), css=("a.css",), scripts=("a.js",)
)
SETTINGS = {
    "our plugin goes": ("plugins: [search, sam]", "plugins: [search]"),
    "with its options": ("plugins:\n- search\n- sam:\n    accounts: x\n", "plugins:\n- search"),
    "from a mapping too": ("plugins: {search: {}, sam: {accounts: x}}", "plugins: {search: {}}"),
    "a variable stays one": ("site_name: !ENV [NAME, x]", "site_name: !ENV [NAME, x]"),
    "a function stays one": (
        "markdown_extensions:\n- pymdownx.emoji:\n    emoji_index: !!python/name:material.x ''\n",
        "emoji_index: !!python/name:material.x ''",
    ),
    "extensions are added": ("markdown_extensions: [toc]", 'markdown_extensions:\n- toc\n- "tables"\n'),
    "options of one stay": ("markdown_extensions: {toc: {permalink: true}}", "toc: {permalink: true}"),
    "ours are loaded first": ("extra_css: [b.css]", 'extra_css:\n- "a.css"\n- b.css\n'),
    "no font is fetched": ("theme: {name: material, font: {text: X}}", '"font": false'),
    "a theme may be a word": ("theme: material", 'theme:\n  "name": material\n  "font": false\n'),
    "your own navigation stays": ("nav: [{Home: x.md}]", "nav: [{Home: x.md}]"),
    "what stands aside is added": ("not_in_nav: |\n  /mine.md\n", 'not_in_nav: "/mine.md\\n/accounts/\\n"'),
    "folders are the usual ones": (
        "docs_dir: manual\nsite_dir: public\nwatch: [x]\nsite_name: x",
        "by `sam-gen write`",
    ),
}


@pytest.mark.parametrize("case", SETTINGS)
def test_settings(case: str) -> None:
    text, expected = SETTINGS[case]
    out = mkdocs_yml.for_engine(text, ADDED)
    assert expected in out
    assert not any(word in out for word in ("sam:", "docs_dir", "site_dir", "watch", "text: X"))


BLOCKS = {
    "empty lines in a table": "<table>\n<tr>\n\n<td>a</td>\n\n\n</tr>\n</table>",
    "a drawing": '<figure class="x">\n<svg viewBox="0 0 1 1">\n\n<text x="1">a *b* _c_</text>\n\n</svg>\n</figure>',
    "preformatted text": "<div>\n<pre><code>people:\n\n  - {id: x}\n\n    # no heading\n</code></pre>\n</div>",
    "signs of Markdown": "<p>\n# a\n* b\n1. c\n> d\n    e\n[f](g) `h` &#42;i&#42; &amp;lt; &lt;\n</p>",
    "two blocks": "<p>a</p>\n<p>b</p>\n<details>\n<summary>c</summary>\n\n<p>d</p>\n</details>",
    "deep": "<div>\n<div>\n\n<ul>\n<li>a</li>\n\n<li><p>b</p>\n</li>\n</ul>\n</div>\n</div>",
    "an unclosed line break": '<p>a<br>b <img src="x" alt=""> c<wbr>d</p>',
    "a form": '<form action="#">\n<label>a <input type="text" name="b"></label>\n\n<button>c</button>\n</form>',
}


@pytest.mark.parametrize("inside", [False, True], ids=["at the top", "in a section"])
@pytest.mark.parametrize("case", BLOCKS)
def test_a_block_comes_through_markdown_as_it_is(case: str, inside: bool) -> None:
    page = "# A {#a}\n\nbefore\n\n{}\n\nafter\n"
    if inside:
        page = '<section markdown="1">\n\n' + page + "\n</section>\n"
    extensions = ["attr_list", "md_in_html", "tables", "toc"]
    slot = '<div data-slot="0"></div>'
    filled = markdown.markdown(page.replace("{}", slot), extensions=extensions).replace(slot, BLOCKS[case])
    inline = markdown.markdown(page.replace("{}", BLOCKS[case]), extensions=extensions)
    assert dom(inline) == dom(filled)


def dom(html: str) -> list[object]:
    from publish.articles import _Article

    reader = _Article()
    reader.feed(f"<article>{html}</article>")
    reader.close()
    return reader.found


def test_the_example_is_written_and_read_back(tmp_path: Path) -> None:
    """Every hand-written file of the manual arrives as it is."""
    root = lay_down(tmp_path / "playbook")
    folder.write(root / "mkdocs.yml", tmp_path / "out")
    written = tree(tmp_path / "out/docs")
    assert {name: written[name] for name in tree(root / "docs")} == tree(root / "docs")
