"""Say what share of a build goes to reading, assessing, drawing, making pages, rendering and the engine.

    python benchmarks/shares.py 500

A thread looks every few milliseconds at what the build is doing and gives the time to the innermost room of ours, or
to the engine, that stands on the stack. Shares of one run can be compared; the seconds beside them belong to the
machine.
"""

from __future__ import annotations

import argparse
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from corpus import write

from sam_gen.cli import main

ROOMS = {
    "reading": "reading",
    "model": "reading",
    "editions": "editions",
    "assess": "assessing",
    "checks": "assessing",
    "advise": "assessing",
    "draw": "drawing",
    "pages": "making pages",
    "render": "rendering",
    "publish": "writing and links",
    "cli": "reading",
}
"""What a room's time is called."""
_EVERY = 0.004
"""Seconds between two looks."""


def room_of(frame: FrameType | None) -> str:
    """Return whose work the innermost frame does, looking outward until somebody is known."""
    while frame is not None:
        path = frame.f_code.co_filename.replace("\\", "/")
        if "/sam_gen/" in path:
            return ROOMS.get(path.rpartition("/sam_gen/")[2].partition("/")[0], "other")
        if "/mkdocs/" in path or "/material/" in path or "/markdown/" in path:
            return "engine"
        frame = frame.f_back
    return "other"


class Watch(threading.Thread):
    """Counts what one thread does until it is told to stop."""

    def __init__(self, watched: int) -> None:
        super().__init__(daemon=True)
        self.counts: Counter[str] = Counter()
        self._watched = watched
        self._over = threading.Event()

    def run(self) -> None:
        """Look every few milliseconds."""
        while not self._over.wait(_EVERY):
            self.counts[room_of(sys._current_frames().get(self._watched))] += 1

    def stop(self) -> Counter[str]:
        """Stop looking and return the counts."""
        self._over.set()
        self.join()
        return self.counts


def measure(number: int, seed: int) -> tuple[Counter[str], float]:
    """Build a corpus and return how often each room was seen at work, and the seconds it took."""
    with TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        write(corpus, number, seed)
        watch = Watch(threading.get_ident())
        begin = time.perf_counter()
        watch.start()
        main(["build", "--config", str(corpus / "mkdocs.yml")], standalone_mode=False)
        return watch.stop(), time.perf_counter() - begin


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, nargs="?", default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    counts, seconds = measure(given.number, given.seed)
    total = sum(counts.values())
    print(f"{given.number} accounts, {seconds:.1f} s")
    for room, seen in counts.most_common():
        print(f"{100 * seen / total:5.1f} %  {room}")
