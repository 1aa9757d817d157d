"""Every error Recount raises on purpose.

    RecountError
    ├── CaseError              a case folder or its recount.toml cannot be used as it stands
    │   ├── SettingsError      a setting is unknown, missing or has an impossible value
    │   └── SourceError        a source.toml or one of its documents cannot be read
    ├── ImpossibleCount        arithmetic on counts that ends below zero
    ├── NotComparable          two numbers whose scopes do not allow the comparison
    ├── LogDamaged             the hash chain of a decision log is broken
    ├── DecisionRefused        a decision that the log may not take
    ├── NotEstimable           a capture table that cannot carry an estimate
    ├── Unfounded              a published number that resolves to no evidence
    ├── VerificationFailed     a file differs from what was recorded of it
    ├── UnknownSubject         an id, name or scope that nothing in the case answers to
    └── PlugInMissing          a named back end that is not installed

Each message says where, what, and what to do next.
"""


class RecountError(Exception):
    """Root of every error Recount raises on purpose; its message is written for the person at the keyboard."""


class CaseError(RecountError):
    """A case folder or its recount.toml cannot be used as it stands."""


class SettingsError(CaseError):
    """A setting is unknown, missing or has an impossible value."""


class SourceError(CaseError):
    """A source.toml or one of its documents cannot be read."""


class ImpossibleCount(RecountError):
    """Arithmetic on counts ended below zero: more people were subtracted than there were."""


class NotComparable(RecountError):
    """Two numbers were compared although their scopes do not allow it."""


class LogDamaged(RecountError):
    """The hash chain of a decision log is broken."""


class DecisionRefused(RecountError):
    """A decision that the log may not take, such as one without a reason."""


class NotEstimable(RecountError):
    """A capture table cannot carry an estimate; the message says why and what would help."""


class Unfounded(RecountError):
    """A number was about to be published that resolves to no evidence."""


class VerificationFailed(RecountError):
    """A file differs from what was recorded of it."""


class UnknownSubject(RecountError):
    """An id, a name or a scope that nothing in the case answers to."""


class PlugInMissing(RecountError):
    """A named back end is not installed; the message says what to install."""
