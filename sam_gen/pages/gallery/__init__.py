"""Every drawing in five forms, from nothing to hostile, made of invented values; reads no account."""

from __future__ import annotations
