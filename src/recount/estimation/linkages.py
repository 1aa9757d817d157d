"""A total averaged over draws of the linkage, so that its range holds the doubt about who is who (Sadinle 2018)."""

from collections.abc import Sequence
from dataclasses import replace

from recount.errors import NotEstimable
from recount.estimation.settings import EstimationSettings
from recount.estimation.strata import pooled
from recount.model.estimates import CaptureTable, Estimate


def averaged(tables: Sequence[CaptureTable], settings: EstimationSettings | None = None) -> Estimate:
    """Estimate one table per draw of the linkage and pool the draws as a mixture; 50 linkages or more are advised.

    The doubt about links is in the tables themselves, so the range is not widened for it again. `observed` is the
    least of the tables'.

    Raises:
        NotEstimable: there is no table, or the tables are not over the same lists.
    """
    if not tables or any(table.lists != tables[0].lists for table in tables):
        raise NotEstimable("averaging over linkages needs one table per draw of the linkage, all over the same lists")
    chosen = replace(settings or EstimationSettings(), missed_links=0.0, false_links=0.0)
    found = pooled([{table.stratum: table} for table in tables], chosen)
    least = min(tables, key=lambda table: table.observed)
    note = f"The range averages over {len(tables)} draws of the linkage."
    return replace(found, stratum=least.stratum, caveats=(*(c for c in found.caveats if "every link" not in c), note))
