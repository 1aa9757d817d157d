"""Which hedges say the same of a figure."""

import tomllib
from functools import lru_cache
from importlib.resources import files


def family(hedge: str) -> str:
    """The name of a hedge's family: its first word in the data, or the hedge itself where it is of none."""
    said = " ".join(hedge.casefold().split())
    return _families().get(said, said)


@lru_cache
def _families() -> dict[str, str]:
    text = files("recount.reconciliation").joinpath("data/hedges.toml").read_text("utf-8")
    found: dict[str, str] = {}
    for one in tomllib.loads(text)["family"]:
        name = one.get("same_as", one["words"][0])
        found |= {word.casefold(): name for word in one["words"]}
    return found
