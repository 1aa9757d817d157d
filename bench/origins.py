"""Who repeats whom among very many reports: `python bench/origins.py [REPORTS]`; time, memory, and what was found.

The reports are invented: each of its own words, out of a vocabulary used as unevenly as a language's; every tenth is
a copy of an earlier one, cut, padded or reworded.
"""

import resource
import sys
import time
from random import Random

from recount.assessment.independence_candidates import candidates
from recount.assessment.independence_kinds import kinships
from recount.assessment.independence_text import read

VOCABULARY = 40_000
WORDS = 350
COPIED = 10


def invented(count: int) -> tuple[list[str], list[tuple[int, int]]]:
    """Reports and which of them copy which."""
    chance = Random(1)
    words = [_word(Random(at)) for at in range(VOCABULARY)]
    weights = [1 / (rank + 3) for rank in range(VOCABULARY)]
    texts: list[str] = []
    copies = []
    for at in range(count):
        if at % COPIED == COPIED - 1:
            origin = chance.randrange(at)
            texts.append(_changed(texts[origin], chance))
            copies.append((origin, at))
        else:
            drawn = chance.choices(words, weights, k=chance.randrange(WORDS // 4, 2 * WORDS))
            texts.append("\n\n".join(" ".join(drawn[n : n + 45]) + "." for n in range(0, len(drawn), 45)))
    return texts, copies


def _word(chance: Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randrange(1, 5)))


def _changed(text: str, chance: Random) -> str:
    words = text.split(" ")
    how = chance.randrange(3)
    if how == 0:
        return " ".join(words[: max(60, len(words) // 3)])
    if how == 1:
        return "\n\n".join(("A headline of our own", text, "Sign up for our newsletter."))
    return " ".join(word if chance.random() > 0.1 else "another" for word in words)


def main() -> None:
    """Print the processor seconds of each step, the peak of memory, and how many copies were found."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    texts, copies = invented(count)
    before = _memory()
    start = time.process_time()
    reports = [read(text) for text in texts]
    reading = time.process_time() - start
    start = time.process_time()
    pairs = candidates(reports)
    searching = time.process_time() - start
    del reports
    start = time.process_time()
    found = kinships(texts)
    whole = time.process_time() - start
    hit = sum(found[pair].kind == "copy" for pair in copies if pair in found)
    wide = sum(kin.kind == "copy" for kin in found.values())
    print(f"{count:,} reports of {sum(map(len, texts)) / count:,.0f} characters")
    print(f"reading {reading:.1f} s, candidates {searching:.1f} s ({len(pairs):,} pairs), everything {whole:.1f} s")
    print(f"copies made {len(copies):,}, found {hit:,}; pairs said to be copies {wide:,}")
    print(f"peak of memory {_memory():,.0f} MB, of which texts and program {before:,.0f} MB")


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
