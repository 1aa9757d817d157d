"""What a case may choose about grading and counting."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AssessmentSettings:
    """The grading rule and the counting policies.

    `scale` names the grade rules (`airwars`, `ibc`); `headline` the grades a headline includes. `register` is the
    source whose list the ledger starts from. `combatants` are the lowest and highest share of the register taken for
    fighters where the policy is to leave them out, `background` the deaths of other causes it mixes in, and
    `known_missing` people known missing under rubble, which extend the high end only (rule 19).
    """

    scale: str = "airwars"
    headline: tuple[str, ...] = ("confirmed", "fair")
    register: str | None = None
    combatants: tuple[float, float] = (0.0, 0.0)
    background: tuple[int, int] = (0, 0)
    known_missing: int = 0
    reasons: tuple[tuple[str, str], ...] = ()
