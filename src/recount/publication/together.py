"""Pages that the readers of all languages share: rows as they were received, with the words around them in each."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from recount.publication.pages import Page
from recount.publication.public import PublicEvidence, PublicRow
from recount.publication.rendering import Press

LONG = 40
"""Letters from which a cell may wrap."""


class Together:
    """Prints a page once for several languages."""

    def __init__(self, presses: Sequence[Press]) -> None:
        self.presses = presses
        self.template = presses[0].environment.get_template("rows.html")
        self.tongues = [{"say": one.say, "case_name": one.say.words(one.site.case.words)} for one in presses]

    def print(self, page: Page) -> bytes:
        """A page of rows, in the direction of its list."""
        source = page.values["source"]
        written = getattr(source, "language", "")[:2]
        first = next((one.say for one in self.presses if one.say.code == written), self.presses[0].say)
        return self.template.render(first=first, tongues=self.tongues, table_row=self.row, **page.values).encode()

    def row(self, row: PublicRow, visible: Sequence[int]) -> Markup:
        """One row of a list, with an anchor on each cell that something points to."""
        cells = [f"<tr id=r{row.number}><th>{row.number}"]
        for column in visible:
            cell = row.cells[column] if column < len(row.cells) else None
            anchor = row.anchors[column]
            own = f" id={anchor}" if anchor is not None else ""
            own += " class=l" if cell is not None and len(cell) > LONG else ""
            cells.append(f"<td{own}>{escape(cell)}" if cell is not None else f"<td{own}>")
        leads = "<br>".join(self._lead(lead) for lead in row.leads if lead.href is not None)
        counted = " ".join(one.back.row(row.rests, f"../{one.say.code}/") for one in self.presses if row.rests)
        last = f"<td>{leads}<td>{counted}" if counted else f"<td>{leads}" if leads else ""
        return Markup("".join(cells) + last)

    def _lead(self, lead: PublicEvidence) -> str:
        """Where a row leads, in each language."""
        links = (
            f"<a href=../{one.say.code}/{lead.href}>{escape(one.say('evidence.' + lead.kind))}</a>"
            for one in self.presses
        )
        return " · ".join(links)
