"""What a case may choose about incidents."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClusteringSettings:
    """When two accounts may be one event: within so many days and so many kilometres (or in one neighbourhood)."""

    days: int = 1
    radius_km: float = 1.0
