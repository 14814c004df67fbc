"""The one clock."""

from __future__ import annotations

import datetime
import os


def seen_from(pinned: datetime.date | None) -> datetime.date:
    """Return the day everything is seen from: the pinned one, else SOURCE_DATE_EPOCH, else today in UTC."""
    if pinned:
        return pinned
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) <= 11:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now(datetime.UTC).date()
