"""What all tests share: the switch that rewrites golden files, and how hypothesis looks for examples."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

GOLDEN = Path(__file__).parent / "golden"

settings.register_profile(
    "sam_gen",
    derandomize=True,  # the same examples on every machine
    database=None,
    deadline=None,  # no test depends on how fast a machine is
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("sam_gen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden with what comes out now")


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Compare a text with a file of tests/golden, byte for byte; with --update-golden, write it."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"there is no golden {name}; write it with --update-golden"
        assert text.encode() == path.read_bytes(), (
            f"{name} comes out differently; rewrite it with --update-golden and read the difference"
        )

    return compare
