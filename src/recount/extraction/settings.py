"""What a case may choose about reading assertions out of documents."""

from dataclasses import dataclass

from recount.language.places import Gazetteer
from recount.model.scope import Scope
from recount.model.values import Party


@dataclass(frozen=True, slots=True)
class ExtractionSettings:
    """How claims are read.

    `backend` names the extractor; `vague` the policy that turns "dozens" into an interval at analysis time
    (`literal`, `acled`, `airwars`, `ibc`). `endpoint`, `model` and `timeout_s` are for the backend `model`: where a
    language model is asked over the OpenAI chat protocol, which one, and how long to wait.
    """

    backend: str = "rules"
    vague: str = "literal"
    endpoint: str = "http://localhost:8080/v1"
    model: str = ""
    timeout_s: int = 120


@dataclass(frozen=True, slots=True)
class Theatre:
    """What a reader of this conflict knows beforehand: its parties, its places, and the scope of the case."""

    parties: tuple[Party, ...]
    gazetteer: Gazetteer
    scope: Scope
