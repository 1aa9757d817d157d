"""Reports read a second on one core: `python bench/claims.py [FOLDER]`; without one, reports made of incident texts.

`python bench/claims.py --hostile` reads texts that no report is, of 100,000 and 200,000 characters each: seconds of the
processor a million characters, and how the time grows where the text doubles.

Read the processor's time, not the clock's: other work on the machine slows both, the clock more.
"""

import csv
import sys
import time
from pathlib import Path

from hostile_texts import NAMES, hostile

from recount.cli.reports import NOBODY
from recount.extraction.general import general, theatre_of
from recount.extraction.limits import refused
from recount.extraction.reading import claims_in
from recount.extraction.reports import assertions_in, prepare
from recount.extraction.settings import ExtractionSettings
from recount.model.evidence import Document

INCIDENTS = Path(__file__).resolve().parents[1] / "tests" / "gates" / "incidents.csv"
PARAGRAPHS = 20
ROUNDS = 5


def texts(arguments: list[str]) -> list[str]:
    """The reports of a folder, or reports of about the length of an article."""
    if arguments:
        return [path.read_text(encoding="utf-8", errors="replace") for path in sorted(Path(arguments[0]).glob("*.txt"))]
    with INCIDENTS.open(encoding="utf-8", newline="") as file:
        told = [row["text"] for row in csv.DictReader(file)]
    return ["\n\n".join(told[at : at + PARAGRAPHS]) for at in range(0, len(told), PARAGRAPHS)]


HOSTILE = (100_000, 200_000)


def print_hostile() -> None:
    """Print what texts cost that no report is; a text that would be refused is read none the less."""
    print("| text | s a million characters | growth | claims | refused |\n|---|---|---|---|---|")
    for name in NAMES:
        spent = []
        for length in HOSTILE:
            text = hostile(name, length)
            document = Document("d", "", name, "", len(text), "text/plain", text=text)
            before = time.process_time()
            claims = claims_in(prepare(document, NOBODY, theatre_of(text)))
            spent.append((time.process_time() - before) / len(text))
        aside = "yes" if refused(document) is not None else ""
        print(
            f"| {name} | {1e6 * spent[1]:.1f} | {2 * spent[1] / spent[0]:.1f} | {len(claims):,} | {aside} |", flush=True
        )


def main() -> None:
    """Print reports and characters a second, best of a few rounds."""
    if "--hostile" in sys.argv:
        print_hostile()
        return
    documents = [
        Document(f"d-{at}", "", f"{at}.txt", "", len(text), "text/plain", text=text)
        for at, text in enumerate(texts(sys.argv[1:]))
    ]
    settings, best = ExtractionSettings(), 0.0
    for _ in range(ROUNDS):
        before = time.process_time()
        for document in documents:
            assertions_in(document, NOBODY, general(), settings)
        best = max(best, len(documents) / (time.process_time() - before))
    length = sum(document.size for document in documents) / len(documents)
    print(f"{best:.0f} reports a second of {length:,.0f} characters; {best * length / 1e6:.2f} million characters")
    before = time.process_time()
    for document in documents:
        theatre_of(document.text or "")
    print(f"parties named in a text: {1000 * (time.process_time() - before) / len(documents):.2f} ms a report")


if __name__ == "__main__":
    main()
