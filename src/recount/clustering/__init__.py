"""From claims, positions and people to the events behind them."""

from recount.clustering.incidents import cluster
from recount.clustering.settings import ClusteringSettings

__all__ = ["ClusteringSettings", "cluster"]
