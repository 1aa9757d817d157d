"""Figures, claims and positions held against each other: what cannot be true, and what changed on the way."""

from recount.reconciliation.reconcile import reconcile

__all__ = ["reconcile"]
