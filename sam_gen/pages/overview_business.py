"""What a client does for a living: two sentences and two figures."""

from __future__ import annotations

from sam_gen.pages.blocks import Sight
from sam_gen.pages.words import amount


def business_section(sight: Sight) -> dict[str, object]:
    """Build the section on their business."""
    business = sight.account.business
    if business is None:
        return {"summary": "", "facts": (), "website": "", "source": None, "more": ""}
    facts = (
        business.revenue is not None and f"Revenue {amount(business.revenue, sight.currency)}",
        business.employees and f"Employees {business.employees}",
    )
    return {
        "summary": business.summary or "",
        "facts": tuple(fact for fact in facts if fact),
        "website": business.website or "",
        "source": sight.source("business"),
        "more": "",
    }
