"""Files and folders: what may be a source, and what a message says of everything else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from reading.reading_cases import assert_well_said, lay, problems_of, spots

from sam_gen.reading.folders import account_sources
from sam_gen.reading.project import read_project


def check(folders, *expected: str) -> list:
    problems = problems_of(folders)
    assert spots(problems) == list(expected), "\n".join(map(str, problems))
    assert_well_said(problems)
    return problems


@pytest.mark.parametrize(
    "name",
    [
        "Acme.yml", "acme ltd.yml", "acme_ltd.yml", "-acme.yml", "jörg.yml", "株式会社.yml", "a.b.yml",
        "a" * 81 + ".yml", "acme.yaml", "acme.YML", "acme.json", "acme.txt", "acme", "acme.yml~", "acme.yml.bak",
        "index.yml", "readme.yml", "404.yml", "assets.yml", "search.yml", "con.yml", "aux.yml", "lpt9.yml",
        "q\"'<img src=x onerror=alert(1)>.yml", "a\x1b[31m.yml", "a\u202eb.yml",
    ],
)  # fmt: skip
def test_names_that_cannot_be_addresses(tmp_path, name):
    check(lay(tmp_path, {f"accounts/{name}": "name: Acme\n"}), f"accounts/{name}:1:1 SAM002")


def test_a_name_that_is_not_text(tmp_path):
    folders = lay(tmp_path)
    path = os.fsencode(tmp_path / "accounts") + b"/\xff.yml"
    try:
        Path(os.fsdecode(path)).write_text("name: Acme\n")
    except OSError:
        pytest.skip("this file system takes UTF-8 names alone")
    check(folders, "accounts/\udcff.yml:1:1 SAM002")


@pytest.mark.parametrize("name", ["a.yml", "0.yml", "a-b-.yml", "a" * 80 + ".yml", "index-account.yml"])
def test_names_that_can_be_addresses(tmp_path, name):
    folders = lay(tmp_path, {f"accounts/{name}": "name: Acme\n"})
    assert name.removesuffix(".yml") in [account.id for account in read_project(folders).accounts]


def test_hidden_files_and_a_readme_are_left_alone(tmp_path):
    check(lay(tmp_path, {"accounts/.case.yml.swp": b"\0", "accounts/README.md": "x", "accounts/.x.yml": "["}))


def test_the_remedy_of_a_wrong_ending_is_the_right_name(tmp_path):
    (problem,) = check(lay(tmp_path, {"accounts/Acme Ltd.yaml": "name: Acme\n"}), "accounts/Acme Ltd.yaml:1:1 SAM002")
    assert "acme-ltd.yml" in problem.remedy


# Links and other files ------------------------------------------------------------


def test_a_link_out_of_the_project(tmp_path):
    folders = lay(tmp_path / "project")
    (tmp_path / "secret.yml").write_text("name: Secret\n")
    (tmp_path / "project/accounts/link.yml").symlink_to(tmp_path / "secret.yml")
    check(folders, "accounts/link.yml:1:1 SAM001")


def test_a_link_within_the_project(tmp_path):
    folders = lay(tmp_path)
    (tmp_path / "accounts/link.yml").symlink_to("case.yml")
    check(folders, "accounts/link.yml:1:1 SAM001")


def test_a_dangling_and_a_circular_link(tmp_path):
    folders = lay(tmp_path)
    (tmp_path / "accounts/a.yml").symlink_to("nowhere.yml")
    (tmp_path / "accounts/b.yml").symlink_to("b.yml")
    check(folders, "accounts/a.yml:1:1 SAM001", "accounts/b.yml:1:1 SAM001")


def test_a_linked_account_folder(tmp_path):
    folders = lay(tmp_path / "project", {"../elsewhere/account.yml": "name: Secret\n"})
    (tmp_path / "project/accounts/big").symlink_to(tmp_path / "elsewhere")
    check(folders, "accounts/big:1:1 SAM002")


@pytest.mark.parametrize("part", ["account.yml", "people.yml"])
def test_a_link_in_an_account_folder(tmp_path, part):
    folders = lay(tmp_path, {"accounts/big/account.yml": "name: Big\n"})
    (tmp_path / "accounts/big" / part).unlink(missing_ok=True)
    (tmp_path / "accounts/big" / part).symlink_to(tmp_path / "nowhere")
    check(folders, f"accounts/big/{part}:1:1 SAM001")


@pytest.mark.parametrize("name", ["accounts", "playbook"])
def test_a_linked_folder(tmp_path, name):
    folders = lay(tmp_path)
    (tmp_path / name).rename(tmp_path / "elsewhere")
    (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    check(folders, f"{name}:1:1 SAM001")


@pytest.mark.parametrize("name", ["playbook.yml", "team.yml"])
def test_a_link_in_the_playbook(tmp_path, name):
    folders = lay(tmp_path)
    (tmp_path / "playbook" / name).rename(tmp_path / "elsewhere.yml")
    (tmp_path / "playbook" / name).symlink_to(tmp_path / "elsewhere.yml")
    check(folders, f"playbook/{name}:1:1 SAM001")


@pytest.mark.parametrize("name", ["accounts/pipe.yml", "accounts/big/people.yml", "playbook/team.yml"])
def test_a_pipe_is_not_waited_for(tmp_path, name):
    files = {"accounts/big/account.yml": "name: Big\n"} if "big" in name else {}
    folders = lay(tmp_path, files)
    (tmp_path / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / name)
    check(folders, f"{name}:1:1 SAM001")


@pytest.mark.parametrize("name", ["playbook/team.yml", "accounts/big/people.yml"])
def test_a_folder_where_a_file_should_be(tmp_path, name):
    files = {"accounts/big/account.yml": "name: Big\n"} if "big" in name else {}
    folders = lay(tmp_path, files)
    (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / name).mkdir()
    check(folders, f"{name}:1:1 SAM001")


def test_a_folder_that_ends_in_yml(tmp_path):
    (problem,) = check(lay(tmp_path, {"accounts/big.yml/account.yml": "name: Big\n"}), "accounts/big.yml:1:1 SAM002")
    assert problem.remedy.endswith("big-yml.")


@pytest.mark.parametrize("name", ["accounts/case.yml", "playbook/playbook.yml"])
def test_a_file_that_may_not_be_read(tmp_path, name, monkeypatch):
    folders = lay(tmp_path)
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == tmp_path / name:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (problem,) = check(folders, f"{name}:1:1 SAM001")
    assert "Permission denied" in problem.message


@pytest.mark.parametrize("name", ["accounts", "accounts/big"])
def test_a_folder_that_may_not_be_listed(tmp_path, name, monkeypatch):
    folders = lay(tmp_path, {"accounts/big/account.yml": "name: Big\n"})
    walk = Path.iterdir

    def refuse(path: Path):
        if path == tmp_path / name:
            raise PermissionError(13, "Permission denied")
        return walk(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    check(folders, f"{name}:1:1 SAM001")


# What is missing --------------------------------------------------------------------


def test_nothing_at_all(tmp_path):
    (tmp_path / "empty").mkdir()
    folders = lay(tmp_path / "project")
    check(type(folders)(tmp_path / "empty"), "accounts:1:1 SAM007", "playbook:1:1 SAM007")


@pytest.mark.parametrize("name", ["playbook.yml", "team.yml"])
def test_a_missing_playbook_file(tmp_path, name):
    folders = lay(tmp_path)
    (tmp_path / "playbook" / name).unlink()
    check(folders, f"playbook/{name}:1:1 SAM007")


def test_nothing_is_said_of_references_into_a_playbook_that_cannot_be_read(tmp_path):
    folders = lay(tmp_path, {"accounts/case.yml": "name: Acme\ntier: key\nlead: mira-holm\n"})
    (tmp_path / "playbook/team.yml").write_text("team: [\n")
    (tmp_path / "playbook/playbook.yml").write_text("schema: 1\ncompany: Kestrel\n")
    check(folders, "playbook/playbook.yml:1:1 SAM031", "playbook/team.yml:1:7 SAM010")


def test_no_accounts_are_a_project_too(tmp_path):
    folders = lay(tmp_path)
    (tmp_path / "accounts/case.yml").unlink()
    assert read_project(folders).accounts == ()


# An account in several files ----------------------------------------------------------


def test_a_split_account(tmp_path):
    people = "people:\n  - {id: rao, name: Priya Rao}\n"
    files = {"accounts/big/account.yml": "name: Big\n", "accounts/big/people.yml": people}
    big = next(account for account in read_project(lay(tmp_path, files)).accounts if account.id == "big")
    assert [str(person.place_of("name")) for person in big.people] == ["accounts/big/people.yml:2:21"]
    assert str(big.place) == "accounts/big/account.yml:1:1"


def test_a_field_in_two_files(tmp_path):
    files = {
        "accounts/big/account.yml": "name: Big\ntier: key\npeople: []\n",
        "accounts/big/people.yml": "people:\n  - {name: Priya Rao}\ntier: key\n",
    }
    check(lay(tmp_path, files), "accounts/big/people.yml:1:1 SAM054", "accounts/big/people.yml:3:1 SAM054")


def test_the_second_file_has_its_own_places(tmp_path):
    files = {
        "accounts/big/account.yml": "name: Big\nlead: ‸nobody\n".replace("‸", ""),
        "accounts/big/people.yml": "people:\n  - {name: Priya Rao, titel: COO}\nid: big\n",
        "accounts/big/reviews.yml": "meetings:\n  - {what: Talk, date: 2026-02-30}\n",
    }
    check(
        lay(tmp_path, files),
        "accounts/big/account.yml:2:7 SAM050",
        "accounts/big/people.yml:2:23 SAM030",
        "accounts/big/people.yml:3:1 SAM030",
        "accounts/big/reviews.yml:2:24 SAM034",
    )


def test_an_account_folder_without_its_first_file(tmp_path):
    check(lay(tmp_path, {"accounts/big/people.yml": "people: []\n"}), "accounts/big:1:1 SAM007")


def test_an_empty_account_folder(tmp_path):
    folders = lay(tmp_path)
    (tmp_path / "accounts/empty").mkdir()
    check(folders, "accounts/empty:1:1 SAM007")


def test_other_files_in_an_account_folder(tmp_path):
    files = {"accounts/big/account.yml": "name: Big\n", "accounts/big/notes.txt": "x", "accounts/big/old/a.yml": "x"}
    check(lay(tmp_path, files), "accounts/big/notes.txt:1:1 SAM002", "accounts/big/old:1:1 SAM002")


@pytest.mark.parametrize("name", ["Big Account", "index", "con"])
def test_names_of_account_folders(tmp_path, name):
    (problem,) = check(lay(tmp_path, {f"accounts/{name}/account.yml": "name: Big\n"}), f"accounts/{name}:1:1 SAM002")
    assert ".yml" not in problem.remedy


def test_a_file_and_a_folder_of_one_name(tmp_path):
    files = {"accounts/big.yml": "name: Big\n", "accounts/big/account.yml": "name: Big\n"}
    check(lay(tmp_path, files), "accounts/big.yml:1:1 SAM002")


# All at once ----------------------------------------------------------------------------


def test_every_problem_of_every_file_is_reported_in_order(tmp_path):
    files = {
        "accounts/a.yml": "nmae: A\n",
        "accounts/b.yml": "name: [\n",
        "accounts/C.yml": "name: C\n",
        "playbook/team.yml": "team:\n  - {id: Mira, name: Mira, role: SAM}\n",
    }
    check(
        lay(tmp_path, files),
        "accounts/C.yml:1:1 SAM002",
        "accounts/a.yml:1:1 SAM030",
        "accounts/a.yml:1:1 SAM031",
        "accounts/b.yml:1:7 SAM010",
        "playbook/team.yml:2:10 SAM037",
    )


def test_accounts_come_in_the_order_of_their_ids(tmp_path):
    files = {f"accounts/{name}.yml": "name: A\n" for name in ("b", "a-b", "a", "a0")}
    sources, _ = account_sources(lay(tmp_path, files))
    assert [source.id for source in sources] == ["a", "a-b", "a0", "b", "case"]
