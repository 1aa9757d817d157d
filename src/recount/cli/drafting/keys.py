"""The key a header is looked up by: its folded words, `killedMin` and `killed_min` alike."""

import re

from recount.language.folding import words

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def key(text: str) -> tuple[str, ...]:
    """The folded words of a header."""
    return tuple(word.key for word in words(_CAMEL.sub(" ", text)))
