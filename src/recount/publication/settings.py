"""What a case may choose about its pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublicationSettings:
    """What may be shown.

    `naming` is `full`, `initials` or `none`; `minors` the same for people under 18; `k` the smallest cell of unnamed
    people that is published (rule 34). `show_rows` publishes the rows of lists with every unsealed column.
    """

    languages: tuple[str, ...] = ("en", "ar")
    naming: str = "none"
    minors: str = "none"
    k: int = 5
    show_rows: bool = False
    contact: str = ""
