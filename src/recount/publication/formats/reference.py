"""The manual of the open data, as it is declared: `python -m recount.publication.formats.reference` prints it."""

from recount.model.tables import OpenColumn
from recount.publication.formats.shapes import shapes
from recount.publication.wording import wording

_HEAD = """# The tables of a release

Made by `python -m recount.publication.formats.reference > docs/reference/data.md`; a test holds it to the code. How to
open each format: [Use the data of a release](../how-to/use-the-data.md).

Every table is there as `NAME.csv` and `NAME.parquet`, and, with `-` written as `_`, in `recount.sqlite`; up to 2,000
rows as `NAME.json` too, and beyond 20,000 rows the CSV is packed as `NAME.csv.gz`. Those with hashtags are there as
`NAME.hxl.csv` too. A cell is empty where nobody knows, which is never zero. Numbers come as a low and a high end: an
empty high end means that there is none. Columns that refer to another table name it. A case with official positions,
breakdowns or versions of lists has further tables; their columns stand in `datapackage.json`.
"""


def reference() -> str:
    """Every declared table with its columns, as Markdown."""
    say = wording("en")
    parts = [_HEAD]
    for name, table in shapes().items():
        parts.append(f"\n## `{name}`\n\n{say(f'table.{name}')}. Key: {', '.join(f'`{key}`' for key in table.key)}.\n")
        tagged = any(column.hxl for column in table.columns)
        parts.append("\n| column | type | what it holds |" + (" HXL |" if tagged else "") + "\n")
        parts.append("|---|---|---|" + ("---|" if tagged else "") + "\n")
        parts += [_line(column, tagged=tagged) for column in table.columns]
    return "".join(parts)


def _line(column: OpenColumn, *, tagged: bool) -> str:
    of = "" if column.of is None else f" (`{column.of}`)"
    last = "" if not tagged else f" {f'`{column.hxl}`' if column.hxl else ''} |"
    return f"| `{column.name}` | {column.type}{of} | {column.about} |{last}\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(reference())
