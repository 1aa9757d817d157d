"""All discrepancies of a case, strongest first."""

from recount.model.discrepancies import Discrepancy
from recount.model.findings import Findings
from recount.reconciliation.contradictions import contradictions
from recount.reconciliation.events import event_conflicts
from recount.reconciliation.gaps import gaps
from recount.reconciliation.mutations import mutations
from recount.reconciliation.positions import position_conflicts
from recount.reconciliation.rates import rates
from recount.reconciliation.ratios import ratios
from recount.reconciliation.shares import shares
from recount.reconciliation.stockflow import stock_flow


def reconcile(findings: Findings) -> list[Discrepancy]:
    """Hold a case's figures, claims and positions against each other.

    `findings.discrepancies` is not read. The order of the input is immaterial; what would be said twice in the same
    words is said once.
    """
    found = [
        *contradictions(findings),
        *ratios(findings),
        *shares(findings),
        *rates(findings),
        *mutations(findings),
        *gaps(findings),
        *event_conflicts(findings),
        *position_conflicts(findings),
        *stock_flow(findings),
    ]
    unique = {(one.kind, one.says): one for one in sorted(found, key=lambda one: one.id)}
    return sorted(unique.values(), key=lambda one: (-one.strength, one.kind, one.id))
