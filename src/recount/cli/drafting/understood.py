"""What was understood of one column, and how sure that is."""

from dataclasses import dataclass

SURE, LIKELY, DOUBTFUL, UNKNOWN = "sure", "likely", "doubtful", "unknown"


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of one column: the field it may be (or that it is to be sealed or ignored), and how sure."""

    header: str
    field: str = ""
    sure: str = UNKNOWN
    why: str = ""
    samples: tuple[str, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether a draft may use it without a person's word."""
        return self.sure in (SURE, LIKELY)

    @property
    def rank(self) -> int:
        """How sure, as a number: 0 unknown to 3 sure."""
        return (UNKNOWN, DOUBTFUL, LIKELY, SURE).index(self.sure)
