"""What a case may choose about estimating the undocumented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EstimationSettings:
    """Which lists, by which strata, with which seed.

    An empty `lists` takes every source of person rows. `method` is `standard` (log-linear models and decomposable
    graphs), `suite` (latent classes too, some seconds more a table), or one alone: `log-linear`,
    `decomposable-graphs`, `latent-classes`. `replicates` is the number of bootstrap samples, each with the model
    selection inside; `level` how much an interval holds. `candidates` bounds the models that compete in a bootstrap
    sample; up to four lists all of them do. `missed_links` and `false_links` are the shares of links between lists
    that are believed wrong; the headline is widened by what they would do to the total.
    """

    lists: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    method: str = "standard"
    replicates: int = 400
    seed: int = 1
    level: float = 0.95
    candidates: int = 20
    missed_links: float = 0.05
    false_links: float = 0.02
