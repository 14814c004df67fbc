"""Where the starter is: the example that a new playbook begins with."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def starter() -> Path:
    """Return the folder that holds the starter's accounts/, playbook/ and mkdocs.yml.

    The wheel carries it inside the package; an editable install is this repository, which is the starter itself.
    """
    shipped = _PACKAGE / "starter"
    return shipped if shipped.is_dir() else _PACKAGE.parent
