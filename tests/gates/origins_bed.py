"""Invented reports whose relations are known: copies made at measured strengths, rewrites, rivals of one event.

`reports.txt` holds, for each event, a report (`a`), another paper's own report of it (`b`), for some an agency's own
one (`c`), and a rewrite of the first (`r`). All people, places and events in it are invented.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from random import Random

REPORTS = Path(__file__).with_name("reports.txt")
_SPELT = (
    ("defence", "defense"), ("metres", "meters"), ("tyres", "tires"), ("harbour", "harbor"),
    ("neighbours", "neighbors"),
    ("coloured", "colored"), ("organisation", "organization"), ("lorry", "truck"), ("storey", "story"),
    ("said on Tuesday", "said Tuesday"), ("said on Thursday", "said Thursday"), ("percent", "per cent"),
    ("the United States", "the US"), ("The United Nations", "The UN"), ("kilometres", "km"),
    ("air strike", "airstrike"),
)  # fmt: skip
_NUMBERS = (
    ("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"), ("six", "6"), ("seven", "7"), ("eleven", "11"),
    ("twelve", "12"), ("nineteen", "19"), ("9 women", "nine women"), ("12,000", "12 thousand"), ("dollars", "$"),
)  # fmt: skip
_OTHER_WORDS = (
    ("killed", "slain"), ("said", "stated"), ("people", "persons"), ("wounded", "injured"), ("hit", "struck"),
    ("according to", "in the words of"), ("officials", "authorities"), ("told", "informed"), ("began", "started"),
    ("about", "around"), ("several", "a number of"), ("town", "community"), ("dead", "fallen"), ("more than", "over"),
    ("at least", "no fewer than"), ("denied", "rejected"), ("called", "termed"), ("children", "minors"),
    ("because", "since"), ("which", "that"), ("who", "that"), ("had been", "was"), ("many", "a lot"), ("put", "set"),
    ("قال", "ذكر"), ("قتل", "لقي حتفه"), ("وقالت", "وذكرت"), ("نحو", "قرابة"), ("عثرت", "وقعت"), ("بينما", "فيما"),
)  # fmt: skip
BOILERPLATE = (
    "Sign up for our morning newsletter and never miss a story from our award-winning foreign desk. The Delta Post is "
    "an independent newspaper that has covered the region since 1961. Our journalism is paid for by our readers.\n\n"
    "Copyright 2019 The Delta Post. All rights reserved. This material may not be published, broadcast, rewritten or "
    "redistributed without permission."
)
_ADS = (
    "ADVERTISEMENT",
    "Read more: The ten best winter coats this year",
    "Story continues below",
    "Share this article",
)
_TWEET = (
    "Terrible scenes today. My thoughts are with the families tonight, and with the rescuers who will not sleep. "
    "pic.twitter.com/x7Ab — Observer (@observer_of_wars) August 14"
)


@dataclass(frozen=True, slots=True)
class Report:
    """One report of the bed: its name, what it is made of (event and letter), and its text."""

    name: str
    made_of: tuple[str, ...]
    text: str


def bases() -> dict[str, str]:
    """The reports as they were written, by event and letter."""
    parts = REPORTS.read_text(encoding="utf-8").split("=== ")[1:]
    return {name: text.strip() for name, _, text in (part.partition("\n") for part in parts)}


def digest() -> str:
    """What the floors are pinned to: the reports and the ways to change them."""
    return sha256(REPORTS.read_bytes() + Path(__file__).read_bytes()).hexdigest()


def tagged(text: str, chance: Random) -> str:
    """A headline of the paper's own, a dateline taken out or put in, an agency's tag."""
    body = re.sub(r"^[A-Z ]+(, \w+ \d+)? \(\w+\) - ", "", text)
    agency = chance.choice(["(Reuters)", "(AP)", "— AFP", "From our correspondents and agencies"])
    return f"Horror and grief as war claims more lives\n\nBy Staff Writer, {agency}\n\n{body}\n\n{agency}"


def styled(text: str, _: Random) -> str:
    """Another house's spelling and numbers, curly quotation marks."""
    for old, new in (*_SPELT, *_NUMBERS):
        text = re.sub(rf"\b{re.escape(old)}\b", new, text)
    return re.sub(r'"([^"\n]*)"', r"“\1”", text)


def cut(text: str, _: Random) -> str:
    """The first third, whole sentences."""
    kept, words = [], len(text.split()) / 3
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        kept.append(sentence)
        if sum(len(one.split()) for one in kept) >= words:
            break
    return " ".join(kept)


def thinned(text: str, chance: Random) -> str:
    """Every second sentence, from anywhere."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    kept = sorted(chance.sample(range(len(sentences)), min(len(sentences), max(3, len(sentences) // 2))))
    return " ".join(sentences[at] for at in kept)


def shuffled(text: str, chance: Random) -> str:
    """The paragraphs in another order."""
    paragraphs = text.split("\n\n")
    chance.shuffle(paragraphs)
    return "\n\n".join(paragraphs)


def padded(text: str, chance: Random) -> str:
    """Advertisements between paragraphs, an embedded post, the paper's own lines below."""
    paragraphs = []
    for paragraph in text.split("\n\n"):
        paragraphs += [paragraph, chance.choice(_ADS)]
    paragraphs.insert(2, _TWEET)
    return "\n\n".join((*paragraphs, BOILERPLATE))


def reworded(text: str, chance: Random, share: float = 0.7) -> str:
    """An editor's other words, wherever there are any, and now and then one struck out."""
    for old, new in _OTHER_WORDS:
        text = re.sub(rf"\b{old}\b", lambda m, new=new: new if chance.random() < share else m.group(), text)
    return "\n\n".join(
        " ".join(word for word in paragraph.split() if word[:1].isupper() or chance.random() > 0.03)
        for paragraph in text.split("\n\n")
    )


CHANGES: dict[str, tuple[Callable[[str, Random], str], ...]] = {
    "tagged": (tagged,),
    "styled": (styled,),
    "cut": (cut,),
    "thinned": (thinned,),
    "shuffled": (shuffled,),
    "padded": (padded,),
    "reworded": (reworded,),
    "cut and tagged": (cut, styled, tagged),
    "all but cut": (shuffled, styled, reworded, padded, tagged),
    "thinned and padded": (thinned, styled, padded),
}


def bed() -> list[Report]:
    """Every base, its copies, and mergers of two reports of different events or of one event."""
    texts = bases()
    found = [Report(name, (name,), text) for name, text in texts.items()]
    originals = [name for name in texts if not name.endswith("/r")]
    for at, name in enumerate(originals):
        chance = Random(at)
        for how, steps in CHANGES.items():
            text = texts[name]
            for step in steps:
                text = step(text, chance)
            found.append(Report(f"{name} {how}", (name,), text))
        other = originals[(at + 7) % len(originals)]
        halves = texts[name].split("\n\n"), texts[other].split("\n\n")
        merged = [part for pair in zip(*halves, strict=False) for part in pair]
        found.append(Report(f"{name} with {other}", (name, other), "\n\n".join(merged)))
    return found


def related(a: Report, b: Report) -> str:
    """What two reports of the bed are to each other: copy, rewrite, rivals of one event, or nothing."""
    if set(a.made_of) & set(b.made_of):
        return "copy"
    pairs = {tuple(sorted((one, other))) for one in a.made_of for other in b.made_of}
    if any(one[:-1] == other[:-1] and one[-1] + other[-1] == "ar" for one, other in pairs):
        return "rewrite"
    return "rivals" if any(one[:-1] == other[:-1] for one, other in pairs) else "none"


def pairs(reports: list[Report]) -> list[tuple[int, int]]:
    """All pairs of reports, by their places."""
    return list(combinations(range(len(reports)), 2))
