"""Who repeats whom among very many reports: time, memory, and what was found.

    python bench/origins.py [--documents N]

The reports are invented: events of an invented war, each told by an agency in words of its own, out of a vocabulary
used as unevenly as a language's, in 60 to 900 words. Papers copy it (cut to a third, framed, every tenth word
another), rewrite it (half the words left out, others put between, in the order of the original), or send a reporter
of their own, who has the names and figures and no wording in common. Three stories of five have no agency.
"""

import argparse
import resource
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import numpy as np

from recount.assessment.independence import derivations, origins
from recount.assessment.independence_candidates import candidates
from recount.assessment.independence_kinds import kinships
from recount.assessment.independence_text import read
from recount.model.assertions import Claim, Quantity
from recount.model.codes import ClaimKind, Comparator, Outcome, PlacePrecision, Population, Unit
from recount.model.evidence import Document, Locator
from recount.model.interval import exactly
from recount.model.values import Place, day

VOCABULARY = 40_000
PAPERS = 400
START = date(2031, 1, 1)
FRAMES = ("Sign up for our newsletter.", "Follow us for more.", "All rights reserved by the publisher of this page.")


@dataclass(frozen=True, slots=True)
class Story:
    """One report, how it came about (`own`, `wire`, `copy`, `rewrite`, `rival`) and the report it repeats."""

    text: str
    how: str
    origin: int
    event: int
    publisher: str


class Writer:
    """Draws words by their rank: a few are in every sentence, most are rare."""

    def __init__(self, seed: int) -> None:
        weights = 1 / (np.arange(VOCABULARY) + 3)
        self._totals = np.cumsum(weights / weights.sum())
        self._chance = np.random.default_rng(seed)
        self._words = [_word(Random(at)) for at in range(VOCABULARY)]

    def words(self, count: int) -> list[str]:
        """So many words."""
        places = np.searchsorted(self._totals, self._chance.random(count))
        return [self._words[place] for place in places.tolist()]


def _word(chance: Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randrange(1, 5)))


def invented(count: int) -> list[Story]:
    """The reports, in the order of writing."""
    chance, writer = Random(1), Writer(1)
    stories: list[Story] = []
    event = 0
    while len(stories) < count:
        event += 1
        facts = [word.title() for word in writer.words(8)]
        if chance.random() < 0.6:
            stories.append(Story(_told(writer, chance, facts), "own", -1, event, _paper(chance)))
            continue
        first = len(stories)
        stories.append(Story(_told(writer, chance, facts), "wire", -1, event, f"Agency {chance.randrange(4)}"))
        for _ in range(chance.randrange(5)):
            how = chance.choice(("copy", "copy", "rewrite", "rival"))
            text = _told(writer, chance, facts) if how == "rival" else _again(how, stories[first].text, writer, chance)
            stories.append(Story(text, how, -1 if how == "rival" else first, event, _paper(chance)))
    return stories[:count]


def _paper(chance: Random) -> str:
    return f"Paper {chance.randrange(PAPERS)}"


def _told(writer: Writer, chance: Random, facts: Sequence[str]) -> str:
    words = writer.words(min(900, int(60 + chance.expovariate(1 / 280))))
    for fact in chance.sample(facts, len(facts)):
        words.insert(chance.randrange(len(words)), fact)
    return _set(words)


def _set(words: Sequence[str]) -> str:
    return "\n\n".join(" ".join(words[at : at + 45]) + "." for at in range(0, len(words), 45))


def _again(how: str, text: str, writer: Writer, chance: Random) -> str:
    words = text.split()
    if how == "rewrite":
        kept = [word for word in words if chance.random() < 0.5]
        other = writer.words(len(kept))
        return _set([word for pair in zip(kept, other, strict=True) for word in pair])
    kind = chance.randrange(3)
    if kind == 0:
        return _set(words[: max(50, len(words) // 3)])
    if kind == 1:
        return "\n\n".join((" ".join(writer.words(7)).title(), text, chance.choice(FRAMES)))
    return _set([word if chance.random() > 0.1 else "another" for word in words])


def reports(stories: Sequence[Story]) -> tuple[list[Document], list[Claim]]:
    """The stories as documents, each with a claim of the killed and one of the injured."""
    documents, claims = [], []
    for at, story in enumerate(stories):
        chance = Random(story.event)
        when, place = START + timedelta(chance.randrange(900)), f"place-{chance.randrange(200)}"
        name, published = f"d-{at:06}", when + timedelta(1 + at % 2)
        credit = (stories[story.origin].publisher,) if story.how == "copy" else ()
        documents.append(
            Document(
                name,
                story.publisher,
                f"{at:06}.txt",
                "0" * 64,
                len(story.text),
                "text/plain",
                published=published,
                publisher=story.publisher,
                credit=credit,
                text=story.text,
            )
        )
        for outcome in (Outcome.KILLED, Outcome.INJURED):
            number = exactly(int(chance.expovariate(1 / 12)) + 1)
            claims.append(
                Claim(
                    f"c-{at:06}-{outcome.value}",
                    Locator(name, 0, 1),
                    story.publisher,
                    "1",
                    Quantity(number, Comparator.EXACT, Unit.PEOPLE, ClaimKind.EXACT),
                    outcome,
                    Population.PEOPLE,
                    period=day(when),
                    place=Place(("land", place), PlacePrecision.CITY),
                    published=published,
                    chain=(story.publisher, *credit),
                )
            )
    return documents, claims


def main() -> None:
    """Print the processor seconds of each step, the peak of memory, and what was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--documents", type=int, default=10_000)
    count = asked.parse_args().documents
    stories = invented(count)
    texts = [story.text for story in stories]
    before = _memory()
    told, seconds = _timed(lambda: [read(text) for text in texts])
    print(f"{count:,} reports of {sum(map(len, texts)) / count:,.0f} characters; reading {seconds:.1f} s", flush=True)
    pairs, seconds = _timed(lambda: candidates(told))
    print(f"candidates {seconds:.1f} s ({len(pairs):,} pairs)", flush=True)
    told.clear()
    found, seconds = _timed(lambda: kinships(texts))
    kinds = {pair: kin.kind for pair, kin in found.items() if kin.kind != "near"}
    print(f"kinships, reading included, {seconds:.1f} s; peak {_memory():,.0f} MB, of which texts {before:,.0f} MB")
    for how in ("copy", "rewrite"):
        made = [(story.origin, at) for at, story in enumerate(stories) if story.how == how]
        hit = Counter(kinds.get(pair, "nothing") for pair in made)
        print(f"{how}: {len(made):,} made, found to be {dict(hit.most_common())}")
    false = sum(stories[a].event != stories[b].event for a, b in kinds)
    rivals = sum("rival" in (stories[a].how, stories[b].how) for a, b in kinds)
    print(f"{len(kinds):,} pairs in all; of two events {false:,}, with a rival {rivals:,}", flush=True)
    documents, claims = reports(stories)
    derived, seconds = _timed(lambda: derivations(claims, documents))
    voices = origins(claims, derived)
    print(f"derivations, kinships included, {seconds:.1f} s: {len(claims):,} claims, {len(voices):,} origins")
    print(f"peak of memory {_memory():,.0f} MB")


def _timed(work):  # type: ignore[no-untyped-def]
    start = time.process_time()
    done = work()
    return done, time.process_time() - start


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
