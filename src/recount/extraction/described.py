"""What a sentence says a part of the dead were: `nine of the dead were women`, `three of them were children`."""

from recount.extraction.phrases import Counted
from recount.language.sentences import Parsed
from recount.model.codes import Population

_GROUPS = frozenset({"women", "children", "men", "civilians", "fighters"})
_NEAR = 4
_ONWARD = frozenset({"also", "all", "both", "young", "small", "elderly", "local", "foreign", "believed", "to"})


def described(text: Parsed, phrase: Counted) -> Population | None:
    """The group of people that those counted `were`; None where nothing of the kind follows."""
    at, end = phrase.end, min(phrase.end + _NEAR, phrase.sentence.last)
    if at >= end or text.means(at, "functions") != "be":
        return None
    at += 1
    while at < end and "heads" not in text.marks[at]:
        if text.tokens[at].key not in _ONWARD and text.means(at, "functions") not in ("be", "det", "adverb"):
            return None
        at += 1
    if at >= end or text.marks[at]["heads"].means[1] not in _GROUPS:
        return None
    return Population(text.marks[at]["heads"].means[1])
