"""A stable key for the event a claim is about: its place and its period."""

from recount.model.assertions import Claim


def event_of(claim: Claim) -> str | None:
    """The same place and period give the same key, in any report; None where neither is known."""
    if claim.place is None and claim.period is None:
        return None
    where = "/".join(claim.place.path) if claim.place is not None else "?"
    period = claim.period
    when = "?" if period is None else f"{period.start or '?'}..{period.end or '?'}"
    return f"{where}@{when}"
