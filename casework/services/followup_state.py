"""What the dispatch of a letter means for the respondents it carries."""

from __future__ import annotations

from sqlalchemy import select

from casework.models import Document, Referral, ReferralItem
from casework.services.work import Work


def sent(work: Work, document: Document) -> None:
    """Mark every respondent of a forwarded letter as sent, once."""
    items = work.session.scalars(
        select(ReferralItem)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(Referral.document_id == document.id, ReferralItem.state == "planned")
    )
    for item in items:
        item.state, item.updated_at = "sent", work.now
