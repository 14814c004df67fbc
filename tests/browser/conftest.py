"""Chromium, a server for a folder, and sites to look at."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, sync_playwright

from sam_gen.publish.site import build

ROOT = Path(__file__).parent.parent.parent
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return a running Chromium; where it must be there, its absence is a failure."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        reason = "Chromium is not installed: sudo apt-get install chromium"
        if os.environ.get("SAM_REQUIRE_BROWSER") == "1" or os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=_QUIET)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Site:
    """A site that is being served."""

    folder: Path
    origin: str

    def url(self, path: str = "") -> str:
        """Return the URL of a page by its address, such as `accounts/acme/`."""
        return f"{self.origin}/{path}"


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for addresses that are not there."""
        page = Path(self.directory) / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a page in the middle of an answer is no news."""


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], Site]]:
    """Return a function that serves a folder on a free port until the end of the session."""
    servers: list[_Server] = []

    def serve(folder: Path) -> Site:
        server = _Server(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return Site(folder, f"http://127.0.0.1:{server.server_port}")

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def example_site(served: Callable[[Path], Site], tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build this repository's own example once, and serve it."""
    _, folder = build(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("example") / "site")
    return served(folder)


@dataclass
class Heard:
    """Everything a browser did that a page of this site must not make it do."""

    origin: str
    expected: tuple[str, ...] = ()
    """Pieces of messages that belong to the page, such as the browser's own remark about an answer of 404."""
    events: list[str] = field(default_factory=list)

    def listen(self, context: BrowserContext) -> None:
        """Write down dialogs, messages, errors, foreign requests and failed ones of every page of a context."""
        context.on("console", lambda message: self._note(message.type in ("error", "warning"), message.text))
        context.on("weberror", lambda error: self._note(True, f"uncaught: {error.error}"))
        context.on("request", lambda request: self._note(not self._own(request.url), f"request to {request.url}"))
        context.on("requestfailed", lambda request: self._note(self._real(request.failure), f"failed: {request.url}"))
        context.on("dialog", self._dismiss)

    def _dismiss(self, dialog: Dialog) -> None:
        self._note(True, f"dialog: {dialog.message}")
        dialog.dismiss()

    def _own(self, url: str) -> bool:
        return url.startswith((f"{self.origin}/", f"blob:{self.origin}/", "data:"))

    def _real(self, failure: str | None) -> bool:
        """Leaving a page ends what it was still loading; that is not a failure."""
        return failure != "net::ERR_ABORTED"

    def _note(self, worth: bool, event: str) -> None:
        if worth and not any(piece in event for piece in self.expected):
            self.events.append(event)

    def none(self) -> None:
        """Assert that nothing was heard, and forget it."""
        heard, self.events = self.events, []
        assert not heard, "\n".join(heard)
