"""Grading incidents and counting people: who repeats whom, who is named, and the ledger of every figure."""

from recount.assessment.assess import assess
from recount.assessment.counting import count, count_scope
from recount.assessment.dossier import Dossier
from recount.assessment.settings import AssessmentSettings
from recount.assessment.versions import list_versions

__all__ = ["AssessmentSettings", "Dossier", "assess", "count", "count_scope", "list_versions"]
