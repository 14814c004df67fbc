"""A real `mkdocs serve` for tests: every wait is for a line of its log or for its own long poll."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

_POLLS = 2
"""MkDocs answers a long poll after a minute even if nothing was built."""


class Served:
    def __init__(self, folder: Path, command: list[str]) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{probe.getsockname()[1]}"
        self.folder = folder
        self.log: list[str] = []
        self.listener: Thread | None = None
        self.process = subprocess.Popen(
            [part.replace("ADDRESS", self.address) for part in command],
            cwd=folder,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )

    def started(self) -> Served:
        assert self.process.stderr
        for line in self.process.stderr:
            self.log.append(line)
            if "Serving on" in line:
                self.listener = Thread(target=self.log.extend, args=(self.process.stderr,), daemon=True)
                self.listener.start()
                return self
        raise AssertionError("the server ended:\n" + "".join(self.log))

    def get(self, path: str = "") -> str:
        with urlopen(f"http://{self.address}/{path}") as answer:
            return unescape(answer.read().decode("utf-8"))

    def missing(self, path: str) -> bool:
        try:
            self.get(path)
        except HTTPError as error:
            with error:
                return error.code == 404
        return False

    def edit(self, name: str, text: str | None) -> None:
        """Write or delete a file, and return when the site has been built anew."""
        match = re.search(r"livereload\((\d+),", self.get())
        assert match
        path, draft = self.folder / name, self.folder / ".draft"
        if text is None:
            path.unlink()
        else:
            draft.write_text(text, encoding="utf-8")
            draft.replace(path)
        for attempt in range(_POLLS):
            with urlopen(f"http://{self.address}/livereload/{match[1]}/{attempt}") as answer:
                if int(answer.read()) > int(match[1]):
                    return
        raise AssertionError(f"{name} was changed and nothing was built:\n" + "".join(self.log))

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()
        if self.listener:
            self.listener.join()
        if self.process.stderr:
            self.process.stderr.close()

    def builds(self) -> int:
        return sum("Building documentation" in line for line in self.log)


@contextmanager
def serving(folder: Path, command: list[str] | None = None) -> Iterator[Served]:
    server = Served(folder, command or [sys.executable, "-m", "mkdocs", "serve", "-a", "ADDRESS"])
    try:
        yield server.started()
    finally:
        server.end()
