"""Copies of the example, to be built, broken and written elsewhere."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

HOSTILE = """Bell & <script>alert(1)</script> "Sons" 'n' *co* _x_ [a](b) `c` {{ d }} {#e} | \\\\ $f$ ~~g~~ &amp; Ltd."""


def lay_down(folder: Path) -> Path:
    """Copy the example into a folder that may not be there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("accounts", "playbook", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def small(folder: Path, name: str = "Grevenau") -> Path:
    """Lay down the playbook with a single account that has little but its name: it builds fast."""
    lay_down(folder)
    for path in (folder / "accounts").iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.rmtree(folder / "docs")
    (folder / "docs").mkdir()
    shutil.rmtree(folder / "playbook/curriculum", ignore_errors=True)
    for kind in ("onboarding", "glossary", "becoming", "facilitation"):  # they name lessons
        (folder / f"playbook/{kind}.yml").unlink()
    (folder / "accounts/grevenau.yml").write_text(f"name: {name}\n", encoding="utf-8")
    return folder


def command(folder: Path, *arguments: str, before: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run sam-gen; `before` is Python that runs first in its process."""
    code = f"{before}\nimport sys\nfrom sam_gen.cli import main\nsys.exit(main(prog_name='sam-gen'))"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def tree(folder: Path) -> dict[str, str]:
    """Return every file with its hash."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
