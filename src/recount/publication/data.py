"""The same numbers for somebody's own analysis, in the formats of those who work with them: public values only."""

import json
from dataclasses import asdict

from recount.publication.formats import database, hxl, investigation, parquet, plain
from recount.publication.packaging import packaged
from recount.publication.public import PublicSite
from recount.publication.record import public_record
from recount.publication.tabular import open_tables
from recount.publication.wording import wording

MANY = 2_000
"""Rows up to which a table comes as JSON as well: beyond, its keys alone would weigh more than everything else."""

PACKED = 20_000
"""Rows beyond which a table in text comes packed: it would weigh more than the database."""


def downloads(site: PublicSite) -> dict[str, bytes]:
    """Every file of open data, by name."""
    tables = open_tables(site, wording("en"))
    files: dict[str, bytes] = {}
    for table in tables:
        if len(table.rows) <= PACKED:
            files[f"{table.name}.csv"] = plain.as_csv(table)
        else:
            files[f"{table.name}.csv.gz"] = parquet.packed(plain.as_csv(table))
        files[f"{table.name}.parquet"] = parquet.as_parquet(table)
        if len(table.rows) <= MANY:
            files[f"{table.name}.json"] = plain.as_json(table)
        if hxl.tagged(table):
            files[f"{table.name}.hxl.csv"] = hxl.as_hxl(table)
    files[database.NAME] = database.as_database(tables)
    files[investigation.NAME] = investigation.entities(site)
    files["build.json"] = (json.dumps(asdict(public_record(site)), ensure_ascii=False) + "\n").encode()
    return files | packaged(site, tables, files)
