"""From claims, positions and people to the events behind them."""

from recount.clustering.incidents import attached, cluster, events
from recount.clustering.matching import match_positions
from recount.clustering.settings import ClusteringSettings

__all__ = ["ClusteringSettings", "attached", "cluster", "events", "match_positions"]
