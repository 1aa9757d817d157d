"""Tables that are none, or can carry no estimate: what is said of each, and how soon.

    python bench/estimation_bad_tables.py

Seconds are of this process's own processor, imports left out.
"""

import tempfile
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from recount.errors import RecountError
from recount.estimation import EstimationSettings, read_table
from recount.estimation.report import headline, report

GOOD = "A,B,C,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,9\n1,0,1,8\n0,1,1,7\n"
LIMIT = 10.0


def tables() -> Iterator[tuple[str, str]]:
    """What is wrong, and a file that has it."""
    yield "fine, to compare", GOOD
    for says, cell in (("negative", "-3"), ("fractional", "2.5"), ("NaN", "nan"), ("text", "many"), ("no", "")):
        yield f"{says} count", GOOD + f"1,1,1,{cell}\n"
    yield "a history of 2", GOOD + "2,0,0,5\n"
    yield "a row too short", GOOD + "1,1,5\n"
    yield "a number past any population", GOOD + f"1,1,1,{10**30}\n"
    yield "everybody on the empty history", "A,B,C,count\n0,0,0,50\n"
    yield "the empty history as well", GOOD + "0,0,0,50\n"
    yield "one list", "A,count\n1,50\n"
    yield "two lists", "A,B,count\n1,0,50\n0,1,40\n1,1,20\n"
    yield "lists of one name", "A,A,B,count\n1,0,0,5\n"
    yield "a list without a name", "A,,B,count\n1,0,0,5\n"
    yield "no row", "A,B,C,count\n"
    yield "an empty file", ""
    yield "not a table at all", "\x00\x01\x02 %PDF-1.7"
    yield "no overlap", "A,B,C,count\n1,0,0,50\n0,1,0,40\n0,0,1,30\n"
    yield "eight lists", _many(8)
    yield "twenty lists", _many(20)
    yield "10 million rows, one a person", "A,B,C\n" + "1,0,0\n0,1,1\n1,1,0\n0,0,1\n" * 2_500_000


def _many(lists: int) -> str:
    """Lists that each meet every other."""
    names = [f"L{number}" for number in range(lists)]
    pairs = ([int(place in pair) for place in range(lists)] for pair in product(range(lists), repeat=2))
    rows = [",".join(map(str, [*row, 9])) for row in pairs]
    return "\n".join([",".join([*names, "count"]), *dict.fromkeys(rows)])


def said(path: Path) -> str:
    """What a reader is told."""
    try:
        shown = report(read_table(path), EstimationSettings(method="suite"))
    except RecountError as error:
        return f"error: {str(error).replace(str(path), path.name)}"
    return f"{shown.verdict}: {headline(shown)} {' '.join(shown.reasons[:1])}".strip()


def main() -> None:
    """Print the table."""
    print("| table | seconds | what is said |\n|---|---|---|")
    report(read_table(_written(GOOD)))
    for wrong, text in tables():
        path = _written(text)
        begun = time.process_time()
        told = said(path)
        took = time.process_time() - begun
        print(f"| {wrong} | {took:.2f}{'' if took < LIMIT else ' TOO LONG'} | {told} |", flush=True)


def _written(text: str) -> Path:
    path = Path(tempfile.mkdtemp()) / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


if __name__ == "__main__":
    main()
