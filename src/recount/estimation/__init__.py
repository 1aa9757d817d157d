"""Estimating the undocumented: victims to capture tables, capture tables to a range or a refusal.

Numbers come in only with a call: importing this room reads no numerical library.
"""

from recount.estimation.capture import redrawn, tabulate
from recount.estimation.headline import ESTIMABLE, FRAGILE, NOT_ESTIMABLE, estimate, estimate_linkages, estimate_strata
from recount.estimation.reading import read_table
from recount.estimation.settings import EstimationSettings

__all__ = [
    "ESTIMABLE",
    "FRAGILE",
    "NOT_ESTIMABLE",
    "EstimationSettings",
    "estimate",
    "estimate_linkages",
    "estimate_strata",
    "read_table",
    "redrawn",
    "tabulate",
]
