"""What a case may choose about linking people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkageSettings:
    """How records are compared and joined.

    `threshold` is the probability from which two records are taken for one person; `review` the probability from
    which a pair below it is shown to a reviewer. `draws` is the number of draws of the whole partition, of which the
    first `partitions` are kept with everybody in them, for estimation. `largest_block` bounds how many records may
    share one key; `kin` is the number of near relatives a record is expected to have in the lists, estimated from them
    where it is not given; `doubt` the standard error, in bits, of all scores together. `channels` is a folder written
    by `recount names train`, empty for the channels that come with Recount. `one_to_one` promises that no list names a
    person twice: then a record is of one person with one record of every other list at most.
    """

    engine: str = "splink"
    threshold: float = 0.5
    review: float = 0.1
    seed: int = 1
    draws: int = 200
    largest_block: int = 120
    kin: float | None = None
    doubt: float = 1.5
    channels: str = ""
    partitions: int = 50
    one_to_one: bool = False
