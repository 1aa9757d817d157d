"""What a case may choose about incidents."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClusteringSettings:
    """When accounts are of one event, and which incident a position answers.

    Accounts more than `days` days apart, or points further apart than `radius_km`, are not compared. Of those compared,
    a pair is joined from the probability `sure`, and told as perhaps one event from `doubtful`.

    An official position without a code is weighed against the incidents within `position_days` of the day it names.
    """

    days: int = 3
    radius_km: float = 1.0
    position_days: int = 3
    sure: float = 0.6
    doubtful: float = 0.2
