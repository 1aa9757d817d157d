"""Which claims are one voice, and how one came from another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """One voice: the claims that say the same because they repeat one account (rules 9 to 11)."""

    id: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    says: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """One claim repeats another: `copy` a copy, `derived` a rewrite, `speaker` the same utterance in two reports."""

    claim: str
    origin: str
    kind: str
    score: float
    why: str
