"""What a case may choose about estimating the undocumented."""

from dataclasses import dataclass

from recount.errors import SettingsError


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

    def __post_init__(self) -> None:
        allowed = {
            "replicates": (self.replicates >= 20, "20 or more"),
            "seed": (self.seed >= 0, "0 or more"),
            "level": (0.5 <= self.level < 1, "from 0.5 to below 1"),
            "candidates": (self.candidates >= 1, "1 or more"),
            "missed_links": (0 <= self.missed_links <= 0.5, "a share from 0 to 0.5"),
            "false_links": (0 <= self.false_links <= 0.5, "a share from 0 to 0.5"),
        }
        for name, (fine, wanted) in allowed.items():
            if not fine:
                raise SettingsError(f"[estimation] {name} is {getattr(self, name)}; give {wanted}")
