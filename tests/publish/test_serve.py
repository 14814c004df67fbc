"""What a reader sees under a real `mkdocs serve` while somebody edits, breaks and repairs the files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from publish.served import serving

ACCOUNT = "accounts/grevenau.yml"
PAGE = "accounts/grevenau/"


def test_edit_break_repair(project: Path) -> None:
    good = (project / ACCOUNT).read_text(encoding="utf-8")
    renamed = good.replace("name: Grevenau Foodservice", "name: Grevenau Kitchens", 1)
    broken = renamed.replace("tier: strategic", "tier: strategy", 1).replace("lead: mira-holm", "laed: mira-holm", 1)
    assert good != renamed != broken

    before = stamps(project)
    with serving(project) as server:
        assert "Grevenau Foodservice" in server.get(PAGE)

        server.edit(ACCOUNT, renamed)
        assert "Grevenau Kitchens" in server.get(PAGE)
        assert "s-problems" not in server.get(PAGE)

        server.edit(ACCOUNT, broken)
        page = server.get(PAGE)
        assert page.index("2 problems in 1 file") < page.index("<h1")
        for said in ("SAM050", "SAM030", "grevenau"):
            assert said in page
        assert "Grevenau Kitchens" in page, "the last good page stays"
        assert "s-problems" in server.get(), "the desk shows the list too"

        server.edit(ACCOUNT, good)
        assert "s-problems" not in server.get(PAGE)
        assert "Grevenau Foodservice" in server.get(PAGE)

        server.edit("accounts/newcomer.yml", "name: Newcomer\n")
        assert "Newcomer" in server.get("accounts/newcomer/")
        assert "Newcomer" in server.get()

        server.edit("accounts/newcomer.yml", None)
        assert server.missing("accounts/newcomer/")

        team = (project / "playbook/team.yml").read_text(encoding="utf-8")
        server.edit("playbook/team.yml", team.replace("Mira Holm", "Mira Holmgren"))
        assert "Mira Holmgren" in server.get(PAGE)

        assert server.builds() <= 1 + 6, "one build at the start, one for each change, none of its own making"
    touched = {path for path, stamp in stamps(project).items() if before.get(path) != stamp}
    assert touched == {ACCOUNT, "playbook/team.yml"}, "a build that writes where it watches never ends"


def stamps(folder: Path) -> dict[str, int]:
    return {p.relative_to(folder).as_posix(): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def test_starts_on_a_broken_project_and_comes_alive(project: Path) -> None:
    good = (project / ACCOUNT).read_text(encoding="utf-8")
    (project / ACCOUNT).write_text("name: [", encoding="utf-8")
    with serving(project) as server:
        page = server.get()
        assert "Cannot be read yet" in page
        assert "SAM010" in page
        server.edit(ACCOUNT, good)
        assert "What needs attention" in server.get()
        assert "Grevenau Foodservice" in server.get(PAGE)


def test_a_hand_written_page_at_a_generated_address_is_listed(project: Path) -> None:
    with serving(project) as server:
        server.edit("docs/index.md", "# My own desk\n")
        page = server.get()
        assert "SAM008" in page
        assert "What needs attention" in page
        server.edit("docs/index.md", None)
        assert "SAM008" not in server.get()


def test_sam_gen_serve_is_the_same_server(project: Path) -> None:
    with serving(project, [sys.executable, "-m", "sam_gen", "serve", "--address", "ADDRESS"]) as server:
        assert "Grevenau Foodservice" in server.get(PAGE)


@pytest.mark.parametrize("edition", ["coach", "team"])
def test_the_page_for_coaches_is_served_in_their_edition_alone(project: Path, edition: str) -> None:
    (project / "coaching/people").mkdir(parents=True)
    (project / "coaching/people/mira-holm.yml").write_text("notes: Let her lead the January review\n", encoding="utf-8")
    command = [sys.executable, "-m", "sam_gen", "serve", "--edition", edition, "--address", "ADDRESS"]
    with serving(project, command) as server:
        assert "Grevenau Foodservice" in server.get(PAGE)
        if edition == "team":
            assert server.missing("coaching/")
            return
        assert "Mira Holm" in server.get("coaching/")
        server.edit(ACCOUNT, (project / ACCOUNT).read_text(encoding="utf-8") + "# touched\n")
        assert "Mira Holm" in server.get("coaching/"), "a rebuild keeps the edition"
