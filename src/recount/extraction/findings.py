"""A party's own findings: in its own document, the deaths it finds that it caused are acknowledged."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extraction.drafts import Draft
from recount.extraction.reads import Read
from recount.model.assertions import Attribution
from recount.model.codes import Cause, Outcome, Stance

_ACTS = frozenset(
    {"carried", "conducted", "struck", "dropped", "delivered", "hit", "launched", "fired", "نفذ", "نفذت", "شن", "شنت"}
)
_HARM = (Outcome.KILLED, Outcome.INJURED)


def own_findings(draft: Draft, reads: Sequence[Read]) -> list[Read]:
    """Claims of a party's own document on an act that it says was its own, as that party's acknowledgement."""
    party = draft.source.party
    if party is None or not _says_it_acted(draft, party):
        return list(reads)
    return [_acknowledged(draft, read, party) for read in reads]


def _says_it_acted(draft: Draft, party: str) -> bool:
    """Whether some sentence has the party carry out an attack."""
    text = draft.text
    for each in draft.named:
        if each.party != party:
            continue
        near = range(each.last, min(each.last + 8, len(text.tokens)))
        acts = any(text.tokens[at].key in _ACTS for at in near)
        if acts and any(text.means(at, "causes") == Cause.AIRSTRIKE.name for at in near):
            return True
    return False


def _acknowledged(draft: Draft, read: Read, party: str) -> Read:
    claim = read.claim
    others = claim.attribution is not None and party not in claim.attribution.parties
    if claim.outcome not in _HARM or claim.stance is not Stance.REPORTS or others or read.party not in (None, party):
        return read
    attribution = claim.attribution or Attribution((party,), draft.party_name(party), "own finding")
    names = claim.chain if draft.party_name(party) in claim.chain else (*claim.chain, draft.party_name(party))
    return replace(
        read, claim=replace(claim, stance=Stance.ACKNOWLEDGES, attribution=attribution, chain=names), party=party
    )
