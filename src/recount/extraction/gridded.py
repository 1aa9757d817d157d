"""Claims out of a report's tables: each cell that counts people, under what its row, column and caption say of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recount.extraction.drafts import Draft, without_repeats
from recount.extraction.grids import Cell, Grid
from recount.extraction.headings import Heading, heading, tokens_of, under
from recount.extraction.outcomes import Suffered
from recount.extraction.phrases import Counted
from recount.extraction.reads import Read
from recount.extraction.voices import Heard
from recount.language.numbers import Quantity as Written
from recount.language.sentences import Sentence, within
from recount.model.assertions import Claim, Quantity
from recount.model.codes import Basis, Outcome, Population, Unit
from recount.model.evidence import Locator
from recount.model.ids import content_id
from recount.model.interval import Interval

_MOST_HEADER_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Table:
    """A table with its header rows apart, and what its caption says; `columns` is what stands over each column."""

    body: tuple[tuple[Cell, ...], ...]
    columns: tuple[Heading, ...]
    caption: Heading


def claims_of(draft: Draft, grid: Grid, caption: Sentence | None, heard: Heard) -> list[Read]:
    """The claims of a table, row by row; a cell without a figure claims nothing."""
    table = _table(draft, grid, caption)
    reads: list[Read] = []
    label = Heading()
    for row in table.body:
        beside = [cell for cell in row if _figure(draft, cell) is None and cell.text]
        # A label that spans several rows is written once.
        label = heading(draft, beside) if row and row[0].text else under(label, heading(draft, beside))
        here = [_read(draft, table, heard, label, (column, cell)) for column, cell in enumerate(row)]
        reads += _related([each for each in here if each is not None])
    return _in_total(table, reads)


def _table(draft: Draft, grid: Grid, caption: Sentence | None) -> _Table:
    rows = list(grid.rows)
    told: list[Cell] = []
    while rows and sum(bool(cell.text) for cell in rows[0]) == 1 and len(rows) > 1:
        told.append(rows.pop(0)[0])  # a caption written as a row of its own
    depth = 0
    while depth < min(_MOST_HEADER_ROWS, len(rows) - 1) and not _counts(draft, rows[depth]):
        depth += 1
    width = max(map(len, rows), default=0)
    columns = tuple(heading(draft, _over(rows[:depth], column)) for column in range(width))
    if caption is not None:
        start, end = draft.text.span(caption.first, caption.last)
        told.insert(0, Cell(draft.text.text[start:end], start, end))
    return _Table(tuple(rows[depth:]), columns, heading(draft, told))


def _counts(draft: Draft, row: Sequence[Cell]) -> bool:
    """Whether a row holds figures beside its label; years over columns are none."""
    figures = [_figure(draft, cell) for cell in row[1:]]
    return any(each is not None and not _a_year(each) for each in figures)


def _a_year(quantity: Written) -> bool:
    low, high = quantity.interval.low, quantity.interval.high
    return low == high and low is not None and 1900 <= low <= 2100


def _over(header: Sequence[Sequence[Cell]], column: int) -> list[Cell]:
    """The header cells over a column; an empty one above another belongs to the cell on its left."""
    cells = []
    for row in header:
        at = min(column, len(row) - 1)
        last = row is header[-1]
        while at > 0 and not row[at].text and not last:
            at -= 1
        if at >= 0 and row[at].text:
            cells.append(row[at])
    return cells


def _figure(draft: Draft, cell: Cell) -> Written | None:
    """The quantity that a cell is, but for brackets and signs of footnotes after it."""
    here = tokens_of(draft, cell)
    found = within(draft.found, Sentence(here.start, here.stop, 0)) if here else []
    if not found or found[0].last > here.stop or found[0].unit != "count":
        return None
    first, keys = found[0].first, [token.key for token in draft.text.tokens[here.start : here.stop]]
    before, after = keys[: first - here.start], keys[found[0].last - here.start :]
    bare = all(key in ("~", "≈", "c", ".", "+") for key in before) and (
        not after or after[0] in ("(", "[", "*", "+", "†")
    )
    return _signed(found[0], before, after) if bare else None


def _signed(quantity: Written, before: Sequence[str], after: Sequence[str]) -> Written:
    """`~200` is about 200, `200+` at least 200."""
    from recount.language.numbers import qualified

    if after[:1] == ["+"]:
        return qualified(quantity, "at_least")
    return qualified(quantity, "about") if before else quantity


def _read(draft: Draft, table: _Table, heard: Heard, label: Heading, place: tuple[int, Cell]) -> Read | None:
    column, cell = place
    quantity = _figure(draft, cell)
    over = table.columns[column] if column < len(table.columns) else Heading()
    if quantity is None or over.other or label.other or _a_label(column, over, label):
        return None
    near = under(label, over)
    told = under(table.caption, near)
    from_caption = near.outcome is None
    if told.outcome is None or (from_caption and (table.caption.mixed or not _says_who(near))):
        return None
    return _claim(draft, quantity, heard, replace(told, total=near.total), table.caption)


def _a_label(column: int, over: Heading, label: Heading) -> bool:
    """Whether the first column numbers the rows."""
    return column == 0 and over.outcome is None and label.outcome is None


def _says_who(near: Heading) -> bool:
    """Whether a row or column says anything of people at all, so that the caption may say what happened to them."""
    return near.population is not None or near.number or near.total or near.period is not None or near.place is not None


def _claim(draft: Draft, quantity: Written, heard: Heard, told: Heading, caption: Heading) -> Read:
    start, end = draft.text.span(quantity.first, quantity.last)
    sentence = draft.text.sentences[draft.text.number_of(quantity.first)]
    period, place = told.period, told.place or draft.around.main_place
    if period is not None and period is caption.period:
        period = replace(period, basis=Basis.INHERITED)
    claim = Claim(
        id=content_id("c", (draft.document.id, start, end)),
        locator=Locator(draft.document.id, start, end),
        source=draft.source.id,
        phrase=draft.text.written(quantity.first, quantity.last),
        quantity=Quantity(quantity.interval, quantity.comparator, Unit.PEOPLE, quantity.kind),
        outcome=told.outcome or Outcome.OTHER,
        population=told.population or Population.PEOPLE,
        period=period,
        place=place if place is None or told.place is not None else replace(place, basis=Basis.INHERITED),
        chain=without_repeats([*draft.base, *heard.names]),
        stance=heard.stance,
        sentence=draft.text.span(sentence.first, sentence.last),
        published=draft.published,
        confidence=0.9,
    )
    phrase = Counted(quantity, sentence, quantity.last, population=claim.population, known=True)
    return Read(claim, Suffered(phrase, claim.outcome), party=heard.party, tabled="total" if told.total else "cell")


def _related(row: Sequence[Read]) -> list[Read]:
    """`children killed` beside `killed` in one row: part of it."""
    return [_part_of_widest(read, [each.claim for each in row]) for read in row]


def _part_of_widest(read: Read, row: Sequence[Claim]) -> Read:
    claim = read.claim
    wide = [
        each
        for each in row
        if each.outcome is claim.outcome
        and each.population in (Population.PEOPLE, Population.CIVILIANS)
        and each.population is not claim.population
        and each.period == claim.period
    ]
    if not wide or claim.population is Population.PEOPLE:
        return read
    widest = min(wide, key=lambda each: each.population is not Population.PEOPLE)
    return replace(read, claim=replace(claim, part_of=widest.id, relation="part"))


def _in_total(table: _Table, reads: Sequence[Read]) -> list[Read]:
    """Cells of a column as parts of its total, where the table has a row for that."""
    totals = {_kind(read): read.claim.id for read in reads if read.tabled == "total" and read.claim.part_of is None}
    done = []
    for read in reads:
        whole = totals.get(_kind(read))
        inside = whole is not None and read.tabled != "total" and read.claim.part_of is None
        done.append(replace(read, claim=replace(read.claim, part_of=whole, relation="part")) if inside else read)
    return done if len(table.body) > 1 else list(reads)


def _kind(read: Read) -> tuple[Outcome, Population]:
    return read.claim.outcome, read.claim.population


def sums(reads: Sequence[Read], outcome: Outcome) -> Interval | None:
    """What a report's tables come to where its text says nothing: their total, else the sum of a column."""
    here = [each for each in reads if each.tabled and each.claim.outcome is outcome]
    whole = [each.claim.quantity.interval for each in here if each.tabled == "total" and each.claim.part_of is None]
    if whole:
        return whole[-1]
    rows = [each.claim.quantity.interval for each in here if each.claim.part_of is None]
    return sum(rows, Interval(0, 0)) if rows else None
