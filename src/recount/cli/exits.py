"""What a command's exit code means, so that scripts can tell."""

from enum import IntEnum

from recount.errors import CaseError, DecisionRefused, LogDamaged, PlugInMissing, RecountError, UnknownSubject


class Exit(IntEnum):
    """Exit codes, the same for every verb."""

    FINE = 0
    PROBLEM = 1
    USAGE = 2
    CASE = 3
    FAULT = 4


MEANING = {
    Exit.FINE: "Everything was done, and nothing is wrong.",
    Exit.PROBLEM: "Something was found: `verify` found a difference, `build --strict` set something aside, "
    "or a number has no evidence.",
    Exit.USAGE: "The command was called wrongly: an unknown option, id or scope, or a decision that may not be taken.",
    Exit.CASE: "The case cannot be used as it stands: its folder, settings, sources or decision log; "
    "or a file cannot be read or written.",
    Exit.FAULT: "A fault in Recount itself. Please report it with the lines it printed.",
}

_CODES = {
    CaseError: Exit.CASE,
    LogDamaged: Exit.CASE,
    PlugInMissing: Exit.CASE,
    DecisionRefused: Exit.USAGE,
    UnknownSubject: Exit.USAGE,
}


def exit_code(error: RecountError) -> Exit:
    """The exit code that goes with an error."""
    return next((code for kind, code in _CODES.items() if isinstance(error, kind)), Exit.PROBLEM)
