"""Texts that no report is, by name: each as long as asked for, the same at every run."""

import random
from collections.abc import Callable, Iterator

_WORDS = [
    "killed", "wounded", "said", "police", "people", "three", "men", "and", "women", "near", "the", "town", "a",
    "soldier", "of", "whom", "including", ",", "--", "(", ")", "12", "47", "at", "least", "after", "an", "attack",
    "on", "army", "in", "Mosul", "Friday", "dozens", "children", "died", "hospital", "officials", "reported",
    "that", "was", "were",
]  # fmt: skip
_NUMBERS = [
    "one", "two", "three", "hundred", "and", "thousand", "dozen", "million", "twenty", "five", "at", "least",
    "between",
]  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
Drawn = random.Random


def _sentence(drawn: Drawn) -> str:
    places = ("market", "bridge", "school", "mill", "camp", "mosque")
    name = "".join(drawn.choices(_LETTERS, k=6)).capitalize()
    return (
        f"A blast at the {drawn.choice(places)} of {name} killed {drawn.randrange(2, 90)} people, including "
        f"{drawn.randrange(2, 9)} children, and wounded {drawn.randrange(2, 90)} others, officials in {name} said."
    )


_PIECES: dict[str, tuple[str, Callable[[Drawn], str]]] = {
    "casualty sentences": (" ", _sentence),
    "casualty sentences as paragraphs": ("\n\n", _sentence),
    "one sentence without a full stop": (", ", lambda drawn: _sentence(drawn).rstrip(".")),
    "words at random": (" ", lambda drawn: drawn.choice(_WORDS)),
    "numbers of people": (" ", lambda drawn: f"{drawn.randrange(1000)} people"),
    "number words": (" ", lambda drawn: drawn.choice(_NUMBERS)),
    "quotes in quotes": (" ", lambda drawn: '"' * drawn.randrange(3) + drawn.choice(_WORDS)),
    "said": (" ", lambda drawn: drawn.choice(("said", "he said", "said the army", "killed", "12 people"))),
    "brackets and dashes": (
        " ",
        lambda drawn: drawn.choice(("(", "[", ")", "killed 3", "a man", "--", ",", "of whom")),
    ),
    "names with ages": (
        ", ",
        lambda drawn: f"Ali {''.join(drawn.choices(_LETTERS, k=5)).title()}, {drawn.randrange(90)}",
    ),
    "bullets": ("\n", lambda drawn: f"- {drawn.randrange(2, 500)} men"),
    "unknown armed groups": (
        " ",
        lambda drawn: (
            f"{''.join(drawn.choices(_LETTERS, k=5)).title()} Front fighters killed {drawn.randrange(99)} people."
        ),
    ),
    "places": (" ", lambda drawn: drawn.choice(("Mosul", "Iraq", "al-Raqqa", "West", "New York", "killed", "two"))),
    "dates": (" ", lambda drawn: f"on {drawn.randrange(1, 29)} March {drawn.randrange(1990, 2020)} 7 people died"),
    "Arabic particles": (
        " ",
        lambda drawn: drawn.choice("وفبلك") * drawn.randrange(9) + drawn.choice(("قتل", "أصيب", "شخص")),
    ),
    "marks of direction": (" ", lambda drawn: f"\u200f\u202bقتل {drawn.randrange(99)} شخصا"),
    "one long word": ("", lambda drawn: drawn.choice(_LETTERS)),
    "hyphens": ("-", lambda drawn: drawn.choice(_LETTERS)),
}
NAMES = tuple(_PIECES)
_OPENINGS = {"names with ages": "Those killed: ", "bullets": "The dead include:\n"}


def hostile(name: str, length: int) -> str:
    """About so many characters of the text of that name."""
    joint, piece = _PIECES[name]
    return _OPENINGS.get(name, "") + joint.join(_until(length, len(joint), piece, Drawn(name)))


def _until(length: int, joint: int, piece: Callable[[Drawn], str], drawn: Drawn) -> Iterator[str]:
    while length > 0:
        one = piece(drawn)
        length -= len(one) + joint
        yield one
