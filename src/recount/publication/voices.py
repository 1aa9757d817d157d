"""What is claimed of one event, voice by voice: the killed and the injured of one breath stand together."""

from itertools import groupby

from recount.publication.public import PublicClaim, PublicIncident

Voice = tuple[PublicClaim, ...]
_ORDER = ("killed", "injured")


def voices_of(incident: PublicIncident) -> list[Voice]:
    """Claims that one voice makes in one place, together; those that repeat another come last."""
    ordered = sorted(incident.claims, key=_order)
    return [tuple(sorted(claims, key=_outcome)) for _, claims in groupby(ordered, key=_order)]


def _order(claim: PublicClaim) -> tuple[bool, str, str, str, tuple[str, ...], tuple[str, ...], str]:
    parties = () if claim.parties is None else tuple(party.id for party in claim.parties)
    return (
        claim.repeats is not None,
        str(claim.published),
        _place(claim),
        claim.sentence,
        claim.chain,
        parties,
        "" if claim.repeats is None else claim.repeats.id,
    )


def _place(claim: PublicClaim) -> str:
    """The page a claim stands on, with its row where it stands in a table."""
    page, _, anchor = (claim.href or "").partition("#")
    return f"{page}#{anchor.partition('c')[0]}" if anchor.startswith("r") else page


def _outcome(claim: PublicClaim) -> tuple[int, str, str]:
    value = claim.outcome.value
    return (_ORDER.index(value) if value in _ORDER else len(_ORDER), value, claim.id)
