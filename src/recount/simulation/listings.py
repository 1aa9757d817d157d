"""A table of an invented source, with the true person or event behind each row kept beside it."""

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Listing:
    """One document of a source: `truth` names who or what each row truly is about, in the order of the rows."""

    source: str
    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    truth: tuple[str, ...]

    @property
    def numbers(self) -> range:
        """The number of each row: a spreadsheet's, whose header is row 1; in JSON the first object is row 1."""
        first = 1 if self.file.endswith(".json") else 2
        return range(first, len(self.rows) + first)

    @property
    def path(self) -> str:
        """Where it stands in the case folder."""
        return f"sources/{self.source}/{self.file}"


def write_listing(root: Path, listing: Listing) -> None:
    """Write a table as CSV or JSON, by the ending of its file."""
    text = json_text(listing) if listing.file.endswith(".json") else csv_text(listing.header, listing.rows)
    write_text(root / listing.path, text)


def csv_text(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...] | list[tuple[str, ...]]) -> str:
    """Rows as CSV with one line end on every machine."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def json_text(listing: Listing) -> str:
    """Rows as a JSON array of objects, one a line; what is empty is left out."""
    lines = [
        json.dumps(
            {key: cell for key, cell in zip(listing.header, row, strict=True) if cell},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for row in listing.rows
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def write_text(path: Path, text: str) -> None:
    """Write a file of the case folder, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
