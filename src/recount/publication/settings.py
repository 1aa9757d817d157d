"""What a case may choose about its pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublicationSettings:
    """What may be shown.

    `naming` is `full`, `initials` or `none`; `minors` the same for people known to be under 18, never more open than
    `naming`. `k` is the smallest cell of people that is published where the people themselves are not (rule 34).
    `show_rows` publishes the rows of lists of people with every unsealed column. `texts` is `full`, or `sentences` to
    publish of each report only the sentences that make a claim. `contact` is where readers report errors.
    """

    languages: tuple[str, ...] = ("en", "ar")
    naming: str = "none"
    minors: str = "none"
    k: int = 5
    show_rows: bool = False
    contact: str = ""
    texts: str = "full"
