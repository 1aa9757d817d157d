"""What a file or a description is refused with: where, what, and what to do next."""

from recount.errors import SourceError
from recount.model.evidence import SetAside


class Refused(SourceError):
    """Something of a source cannot be used as it stands; it becomes a `SetAside`, and the rest goes on."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}; {remedy}")
        self.set_aside = SetAside(where, what, remedy)
