"""What Arabic says otherwise than the common engine expects; its words and their forms are data.

`also_counted` are the people a sentence counts, `turned` what happened to them.
"""

from recount.extraction.arabic.clauses import turned
from recount.extraction.arabic.counts import also_counted

__all__ = ["also_counted", "turned"]
