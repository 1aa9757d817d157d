"""From claims, positions and people to the events behind them."""

from recount.clustering.incidents import cluster
from recount.clustering.matching import match_positions
from recount.clustering.settings import ClusteringSettings

__all__ = ["ClusteringSettings", "cluster", "match_positions"]
