"""Nouns to bytes and back: JSON, the same bytes for equal values on any machine."""

from typing import TypeVar

import msgspec

from recount.errors import VerificationFailed

T = TypeVar("T")

_ENCODER = msgspec.json.Encoder(order="deterministic")


def encode(value: object) -> bytes:
    """Compact JSON of a noun: fields in their order, sets and keys sorted, text in UTF-8.

    A float that is not a number becomes null, so nouns must not hold one.
    """
    return _ENCODER.encode(value)


def decode(data: bytes, kind: type[T]) -> T:
    """The value that `encode` wrote.

    Raises:
        VerificationFailed: the bytes do not hold a value of this kind.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise VerificationFailed(f"these bytes do not hold {kind!r}: {error}; build it again") from error
