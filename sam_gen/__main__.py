"""`python -m sam_gen` is `sam-gen`."""

from __future__ import annotations

from sam_gen.cli import main

main()
