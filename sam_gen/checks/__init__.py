"""What a file lacks: rules over figures, each with a stable code, a reason and two honest ways out."""

from __future__ import annotations
