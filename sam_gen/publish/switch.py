"""One folder takes another's place: at any moment, after any crash, it is the whole old site or the whole new one.

What a crash leaves behind stands beside the target under two names: `.site-new`, the stage, and `.site-old`, the site
that was set aside. `recover` puts them right at the start of the next command. Both names lie in the target's own
parent folder, so that a rename never crosses file systems.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

try:
    import fcntl
except ImportError:  # not a Unix system: nothing keeps two builds apart there
    fcntl = None  # type: ignore[assignment]

DIE_AT = "SAM_GEN_DIE_AT"
"""For tests: the environment variable that names the step before which the process dies, as if it were killed."""
STEPS = ("read", "build", "verify", "sync", "exchange", "set aside", "take", "tidy")
"""What a build goes through, in this order; either `exchange`, or `set aside` and `take`."""

_EXCHANGE = 2
"""RENAME_EXCHANGE of linux/fs.h: two names swap what they stand for in one step."""
_AT_FDCWD = -100
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def step(name: str) -> None:
    """Begin a step of a build; a test may have the process die here."""
    assert name in STEPS
    if os.environ.get(DIE_AT) == name:
        os._exit(137)


def stage_of(target: Path) -> Path:
    """Return where the new site is built: beside the target."""
    return target.with_name(f".{target.name}-new")


def old_of(target: Path) -> Path:
    """Return where the old site is set aside if the two cannot be exchanged in one step."""
    return target.with_name(f".{target.name}-old")


def recover(target: Path) -> None:
    """Put right what an earlier build left behind: its stage, or a switch that was cut off half-way."""
    old = old_of(target)
    if old.exists() and not target.exists():
        old.rename(target)
    remove(old)
    remove(stage_of(target))


def remove(folder: Path) -> None:
    """Remove a folder as far as possible; what stays is removed by the next build."""
    shutil.rmtree(folder, ignore_errors=True)


def switch(stage: Path, target: Path) -> None:
    """Put the stage in the target's place. From here on a signal no longer stops the build: it takes no time."""
    for signum in _SIGNALS if _stoppable() else ():
        signal.signal(signum, signal.SIG_IGN)
    step("sync")
    sync(stage)
    if not target.exists():
        step("take")
        stage.rename(target)
    elif not _exchange(stage, target):
        step("set aside")
        target.rename(old_of(target))
        step("take")
        stage.rename(target)
    _sync_one(target.parent)
    step("tidy")
    remove(stage)
    remove(old_of(target))


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where system or file system cannot."""
    step("exchange")
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    done: int = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE)
    return done == 0


# To disk ---------------------------------------------------------------------------


def sync(folder: Path) -> None:
    """Have a folder with all its files written to disk, so that a power cut after the switch finds them whole."""
    for parent, _, names in os.walk(folder):
        for name in names:
            _sync_one(Path(parent, name))
        _sync_one(Path(parent))


def _sync_one(path: Path) -> None:
    if os.name != "posix":
        return
    opened = os.open(path, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems cannot; the switch is as good as it gets there
            os.fsync(opened)
    finally:
        os.close(opened)


# One at a time, and to be stopped ------------------------------------------------------


@contextmanager
def alone(target: Path, waiting: Callable[[], None] | None) -> Iterator[bool]:
    """Keep every other build out of the target's parent folder; yields whether nobody else is at work there.

    If somebody is, it says so by calling `waiting` and waits; with None it does not wait. The lock is on the folder
    itself: it leaves no file behind and ends with the process, however that ends.
    """
    if fcntl is None:
        yield True
        return
    opened = os.open(target.parent, os.O_RDONLY)
    try:
        yield _locked(opened, waiting)
    finally:
        os.close(opened)


def _locked(folder: int, waiting: Callable[[], None] | None) -> bool:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if waiting is None:
            return False
        waiting()
        fcntl.flock(folder, fcntl.LOCK_EX)
    except OSError:
        pass  # a network file system without locks
    return True


@contextmanager
def stoppable() -> Iterator[None]:
    """Turn the signals that ask a process to end into KeyboardInterrupt, once: cleaning up is not interrupted again."""
    if not _stoppable():
        yield
        return
    before = {signum: signal.getsignal(signum) for signum in _SIGNALS}

    def stop(_number: int, _frame: FrameType | None) -> None:
        for signum in before:
            signal.signal(signum, signal.SIG_IGN)
        raise KeyboardInterrupt

    for signum, handler in before.items():
        if handler is not signal.SIG_IGN:  # nohup
            signal.signal(signum, stop)
    try:
        yield
    finally:
        for signum, handler in before.items():
            signal.signal(signum, handler if handler is not None else signal.SIG_DFL)


def _stoppable() -> bool:
    """Whether this is the main thread, the only one that may say what a signal does."""
    return threading.current_thread() is threading.main_thread()
