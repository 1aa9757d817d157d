"""The published record of a build: enough for anybody to hold a later release against it, and nothing withheld."""

from recount.model.changes import BuildRecord, DecisionRecord, DocumentRecord, FigureRecord, LineRecord
from recount.publication.public import PublicFigure, PublicSite


def public_record(site: PublicSite) -> BuildRecord:
    """Figures with their steps, documents with their checksums, decisions and settings; no row, no root of a step."""
    reports = ((report.path, report.sha256) for report in site.reports)
    tables = ((table.path, table.sha256) for source in site.sources for table in source.tables)
    documents = tuple(DocumentRecord(path, sha256) for path, sha256 in sorted({*reports, *tables}))
    decisions = tuple(
        DecisionRecord(one.id, f"{one.question} {one.judgement}: {one.reason}", one.stale) for one in site.decisions
    )
    settings = tuple((one.name, "; ".join(one.values)) for one in site.method if one.name != "recount")
    program = next((" ".join(one.values) for one in site.method if one.name == "recount"), "")
    figures = tuple(_figure(figure) for figure in site.figures)
    return BuildRecord(
        case=site.case.words.en,
        program=program,
        figures=figures,
        documents=documents,
        sources=(),
        decisions=decisions,
        settings=settings,
        whole=False,
    )


def _figure(figure: PublicFigure) -> FigureRecord:
    lines = tuple(LineRecord(line.label, line.says, line.rule, line.amount, line.adds) for line in figure.lines)
    return FigureRecord(figure.name, figure.interval, figure.unknown, lines)
