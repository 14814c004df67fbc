"""Killed, stopped, starved or doubled: the target is the whole old site or the whole new one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from publish.copies import command, small, tree

from sam_gen.publish import site, switch

RENAMES = "from sam_gen.publish import switch; switch._exchange = lambda *_: False"
"""A system that cannot exchange two folders in one step."""
Sites = tuple[Path, dict[str, str], dict[str, str]]
ONE_STEP = [step for step in switch.STEPS if step not in ("set aside", "take")]
TWO_STEPS = [step for step in switch.STEPS if step != "exchange"]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Return a project with its old site built, that site's files, and those of the site its files now ask for."""
    root = small(tmp_path_factory.mktemp("atomic") / "playbook é")
    old = tree(site.build(root / "mkdocs.yml")[1])
    (root / "accounts/grevenau.yml").unlink()
    (root / "accounts/neu.yml").write_text("name: Neu\n", encoding="utf-8")
    new = tree(site.build(root / "mkdocs.yml", root.parent / "other")[1])
    assert old.keys() - new.keys(), "an account that is gone"
    assert new.keys() - old.keys(), "an account that is new"
    return root, old, new


@pytest.fixture
def project(sites: Sites, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sites[0], tmp_path / "playbook é"))


def left(project: Path) -> list[str]:
    return [path.name for path in project.glob(".site-*")]


@pytest.mark.parametrize("step", ONE_STEP)
def test_killed_before_a_step(project: Path, sites: Sites, step: str) -> None:
    _, old, new = sites
    assert command(project, "build", SAM_GEN_DIE_AT=step).returncode == 137
    assert tree(project / "site") == (new if step == "tidy" else old)
    assert command(project, "build").returncode == 0
    assert tree(project / "site") == new
    assert left(project) == []


@pytest.mark.parametrize("step", TWO_STEPS)
def test_killed_before_a_step_where_folders_cannot_be_exchanged(project: Path, sites: Sites, step: str) -> None:
    _, old, new = sites
    assert command(project, "build", before=RENAMES, SAM_GEN_DIE_AT=step).returncode == 137
    target = project / "site"
    assert tree(target) == {"take": {}, "tidy": new}.get(step, old), "between the two renames there is none"
    (project / "accounts/neu.yml").write_text("name: [\n", encoding="utf-8")
    assert command(project, "build", before=RENAMES).returncode == 1, "not even the next build succeeds"
    assert tree(target) == (new if step == "tidy" else old), "but the old site is back"
    assert left(project) == []


@pytest.mark.parametrize("step", TWO_STEPS)
def test_serve_puts_it_right_too(tmp_path: Path, step: str) -> None:
    """What each step leaves behind, laid out by hand."""
    target, stage, old = tmp_path / "site", tmp_path / ".site-new", tmp_path / ".site-old"
    there = {"read": [target], "take": [old, stage], "tidy": [target, old]}
    for folder in there.get(step, [target, stage]):
        folder.mkdir()
        (folder / "404.html").write_text(folder.name, encoding="utf-8")
    site._recover_idle(target, tmp_path / "elsewhere")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (target / "404.html").read_text(encoding="utf-8") == (".site-old" if step == "take" else "site")


def test_a_half_built_stage_and_a_half_removed_site_are_removed(project: Path) -> None:
    for name in (".site-new", ".site-old"):
        (project / name / "accounts").mkdir(parents=True)
        (project / name / "accounts/index.html").write_text("half", encoding="utf-8")
    assert command(project, "build").returncode == 0
    assert left(project) == []


def test_the_first_site_of_all(project: Path, sites: Sites) -> None:
    shutil.rmtree(project / "site")
    assert command(project, "build", SAM_GEN_DIE_AT="take").returncode == 137
    assert not (project / "site").exists()
    assert command(project, "build").returncode == 0
    assert tree(project / "site") == sites[2]


# What stops a build from outside ---------------------------------------------------


def one_sentence(done: subprocess.CompletedProcess[str], says: str) -> None:
    assert done.returncode == 1, done.stdout + done.stderr
    said = done.stderr.strip().splitlines()
    assert says in said[0]
    assert said[1:] == ["Nothing was written."]


@pytest.mark.parametrize("kilobytes", [1, 20, 60])
def test_a_disk_that_takes_no_more(project: Path, sites: Sites, kilobytes: int) -> None:
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({kilobytes * 1024},) * 2)"
    one_sentence(command(project, "build", before=limit), "File too large")
    assert tree(project / "site") == sites[1]
    assert left(project) == []


@pytest.mark.parametrize("word", ["EBUSY", "EXDEV", "EACCES"])
def test_a_target_that_cannot_be_renamed(project: Path, sites: Sites, word: str) -> None:
    """As with a target that is a mount, or lies on another file system."""
    broken = f"""{RENAMES}
import errno, os
from pathlib import Path
def refuse(self, target):
    if self.name == ".site-new":
        raise OSError(errno.{word}, os.strerror(errno.{word}), str(self))
    os.rename(self, target)
    return Path(target)
Path.rename = refuse
"""
    one_sentence(command(project, "build", before=broken), "cannot read or write")
    assert tree(project / "site") == sites[1], "what was set aside is back"
    assert left(project) == []


@pytest.mark.parametrize("target", ["/proc/sam-gen/site", "mkdocs.yml/site"])
def test_a_target_where_nothing_can_be_written(project: Path, target: str) -> None:
    one_sentence(command(project, "build", "--site-dir", target), "cannot read or write")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(project: Path, sites: Sites) -> None:
    project.chmod(0o555)
    try:
        one_sentence(command(project, "build"), "Permission denied")
        assert tree(project / "site") == sites[1]
    finally:
        project.chmod(0o755)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize("at", ["build", "verify"])
def test_a_signal(project: Path, sites: Sites, number: signal.Signals, at: str) -> None:
    send = f"""
import os, signal
from sam_gen.publish import site
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
real = site.step
site.step = lambda name: os.kill(os.getpid(), {int(number)}) if name == {at!r} else real(name)
"""
    one_sentence(command(project, "build", before=send), "stopped")
    assert tree(project / "site") == sites[1]
    assert left(project) == []


def test_a_signal_during_the_switch_comes_too_late(project: Path, sites: Sites) -> None:
    send = f"""
import os, signal
from sam_gen.publish import switch
real = switch.step
def step(name):
    if name in ("sync", "exchange", "tidy"):
        os.kill(os.getpid(), {int(signal.SIGTERM)})
    real(name)
switch.step = step
"""
    done = command(project, "build", before=send)
    assert done.returncode == 0, done.stderr
    assert tree(project / "site") == sites[2]


# Two at once -----------------------------------------------------------------------


def test_the_second_build_waits_and_says_so(project: Path, sites: Sites) -> None:
    with switch.alone(project / "site", waiting=None) as free:
        assert free
        second = subprocess.Popen(
            [sys.executable, "-m", "sam_gen", "build"],
            cwd=project,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert second.stderr
        assert "Another build is at work in" in second.stderr.readline()
        assert tree(project / "site") == sites[1]
    _, rest = second.communicate()
    assert (second.returncode, rest) == (0, "")
    assert tree(project / "site") == sites[2]


def test_nobody_is_put_right_while_at_work(tmp_path: Path) -> None:
    stage = tmp_path / ".site-new"
    stage.mkdir()
    with switch.alone(tmp_path / "site", waiting=None):
        site._recover_idle(tmp_path / "site", tmp_path / "elsewhere")
        assert stage.exists()
    site._recover_idle(tmp_path / "site", tmp_path / "elsewhere")
    assert not stage.exists()


def test_two_builds_do_not_mix(project: Path, sites: Sites) -> None:
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "sam_gen", "build"],
            cwd=project,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]
    assert [build.wait() for build in both] == [0, 0]
    assert tree(project / "site") == sites[2]
    assert left(project) == []


def test_a_target_that_is_a_link_stays_one(project: Path, sites: Sites) -> None:
    (project / "site").rename(project / "published")
    (project / "site").symlink_to("published")
    assert command(project, "build").returncode == 0
    assert (project / "site").is_symlink()
    assert tree(project / "published") == sites[2]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two folders in one step")
def test_linux_exchanges_two_folders(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert switch._exchange(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one/other").exists()
    assert (tmp_path / "other/one").exists()
    assert not switch._exchange(tmp_path / "one", tmp_path / "missing")
