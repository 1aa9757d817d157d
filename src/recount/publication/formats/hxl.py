"""Tables with a row of hashtags below the header, as the Humanitarian Exchange Language 1.1 asks."""

from recount.model.tables import OpenTable
from recount.publication.formats.plain import written


def tagged(table: OpenTable) -> bool:
    """Whether any column has a hashtag."""
    return any(column.hxl for column in table.columns)


def as_hxl(table: OpenTable) -> bytes:
    """The columns that have a hashtag, with it; others would mean nothing to who reads by hashtags."""
    places = [place for place, column in enumerate(table.columns) if column.hxl]
    chosen = [table.columns[place] for place in places]
    heads = [[column.name for column in chosen], [column.hxl for column in chosen]]
    return written(heads, ([row[place] for place in places] for row in table.rows))
