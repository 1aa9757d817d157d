"""Reports read a second on one core: `python bench/claims.py [FOLDER]`; without one, reports made of incident texts.

Read the processor's time, not the clock's: other work on the machine slows both, the clock more.
"""

import csv
import sys
import time
from pathlib import Path

from recount.cli.reports import NOBODY
from recount.extraction.general import general, theatre_of
from recount.extraction.reports import assertions_in
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


def main() -> None:
    """Print reports and characters a second, best of a few rounds."""
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
