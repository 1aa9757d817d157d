"""Keeping things: the log of decisions (truth), the cache of step results and the index (both derived).

`log` adds and replays decisions · `cache` remembers what a step gave for the same inputs · `codec` turns nouns into
bytes and back · `index` looks things up by id · `kept` holds what is worth not computing again.
"""

from recount.store.cache import Cache, Stored
from recount.store.codec import decode, encode
from recount.store.kept import Kept
from recount.store.log import DecisionLog, JsonlLog, LogReading

__all__ = ["Cache", "DecisionLog", "JsonlLog", "Kept", "LogReading", "Stored", "decode", "encode"]
