"""Names of several words that are one part: Abd al-Rahman, Abu Hamra, Nur al-Din; bin and the article are none."""

import re

from recount.language.arabic import without_article
from recount.language.epithets import CALLED_SO, FATHER_OF, SON, Words
from recount.language.mistyped import mistyped
from recount.language.wordlists import word_list
from recount.model.assertions import Script

_SERVANT = word_list("servant")
_SERVANT_OR_NAME = word_list("servant or a name")
_SERVED = word_list("served")
"""Whom servants serve, Abd al-Rahman and the rest: beside these words a mistyped عبد is known."""
_FATHER_MISTYPED = word_list("father mistyped")
_ARTICLE = word_list("article")
_FAITH = word_list("of faith")
_FAITHFUL = word_list("faithful")
"""What stands before الدين: Salah, Nur, Izz."""
_GLUED_ARTICLE = re.compile(r"^(?:al|el)(?=[bcdfghjklmnpqrstvwxz])(?=.{5,})")


_JOINING = _SERVANT | _SERVANT_OR_NAME | _SERVED | _FATHER_MISTYPED | _ARTICLE | _FAITH | _FAITHFUL | {"ال", "عبد"}


def depends(word: str, script: Script) -> bool:
    """Whether a word may be a part together with another."""
    return word in _JOINING or word in SON or word in FATHER_OF or word in CALLED_SO or script is Script.OTHER


def joined(words: Words, script: Script) -> Words:
    """Words put together to parts, as written and folded."""
    found: Words = []
    position, rest = 0, [word for _, word in words]
    while rest:
        taken, word = (1, rest[0]) if position == 0 and rest[0] in CALLED_SO else _compound(rest, script)
        if word:
            text = (
                words[position][0] if taken == 1 else " ".join([text for text, _ in words[position : position + taken]])
            )
            found.append((text, word))
        position, rest = position + taken, rest[taken:]
    return found


def _compound(words: list[str], script: Script) -> tuple[int, str]:
    """How many words the next part takes, and its comparable form; empty for bin and a lone article."""
    if words[0] in SON and len(words) > 1:
        return 1, ""
    if script is Script.ARABIC:
        return _arabic(words) if len(words) > 1 else (1, without_article(words[0]))
    return _latin(words)


def _arabic(words: list[str]) -> tuple[int, str]:
    first, second = words[:2]
    if first == "ال":
        return 2, second
    if first == "عبد" or (second in _SERVED and mistyped(first, "عبد")):
        return 2, "عبد" + second
    if first in FATHER_OF | _FATHER_MISTYPED:
        return 2, "ابو" + without_article(second)
    if second in _FAITH:
        return 2, first + second
    if first in _FAITHFUL and len(second) > 2 and mistyped(second, "الدين"):
        return 2, first + "الدين"
    return 1, without_article(first)


def _latin(words: list[str]) -> tuple[int, str]:
    first, count = words[0], len(words)
    if count > 1 and (first in _SERVANT or (first in _SERVANT_OR_NAME and _served(words[1:]))):
        return _servant(words)
    if first in FATHER_OF and count > 1:
        taken = 3 if words[1] in _ARTICLE and count > 2 else 2
        return taken, "abu" + _GLUED_ARTICLE.sub("", words[taken - 1])
    if first in _ARTICLE and count > 1:
        return 2, words[1]
    if count > 2 and words[1] in _ARTICLE and words[2] in _FAITH:
        return 3, first + "al" + words[2]
    if count > 1 and words[1] in _FAITH:
        return 2, first + words[1]
    return 1, _GLUED_ARTICLE.sub("", first)


def _served(rest: list[str]) -> bool:
    """Whether an article follows, alone or glued to a word."""
    return (rest[0] in _ARTICLE and len(rest) > 1) or (len(rest[0]) > 5 and bool(_GLUED_ARTICLE.match(rest[0])))


def _servant(words: list[str]) -> tuple[int, str]:
    taken = 3 if words[1] in _ARTICLE and len(words) > 2 else 2
    served = words[taken - 1]
    glued = served == "allah" or (taken == 2 and served.startswith(("al", "el")) and len(served) > 5)
    return taken, "abdal" + (served[2:] if glued else served)
