"""The tables of what is known beside the figures, as open data."""

from collections.abc import Iterator, Sequence
from datetime import date

from recount.model.interval import Interval
from recount.model.tables import Value
from recount.publication.public.grids import Cell, PublicCode, PublicGrid, PublicGridPage, PublicSentence, Simple
from recount.publication.public.scopes import PublicEvidence, PublicParty, PublicWords


def tables(pages: Sequence[PublicGridPage]) -> dict[str, list[dict[str, Value]]]:
    """One table for each name; those that several lists have, such as versions, together, with the list."""
    found: dict[str, list[dict[str, Value]]] = {}
    for page in pages:
        for grid in page.grids:
            name = grid.name.replace("_", "-")
            about = {} if page.about is None else {"list": page.about.en}
            found.setdefault(name, []).extend({**about, **row} for row in _rows(grid))
    return found


def _rows(grid: PublicGrid) -> Iterator[dict[str, Value]]:
    for row in grid.rows:
        yield {name: _plain(cell) for name, cell in zip(grid.columns, row, strict=True)}


def _plain(cell: Cell) -> Value:
    if isinstance(cell, tuple):
        return "; ".join(str(_one(each)) for each in cell if each is not None)
    return _one(cell)


def _one(cell: Simple) -> Value:
    match cell:
        case PublicEvidence() | PublicParty():
            return cell.id
        case PublicCode() | PublicSentence():
            return cell.value if isinstance(cell, PublicCode) else cell.text
        case PublicWords():
            return cell.en or cell.ar
        case Interval() | date():
            return None if isinstance(cell, Interval) and not cell.known else str(cell)
    return cell
