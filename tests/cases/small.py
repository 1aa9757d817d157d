"""Case folders of a few rows, for the cases whose facts fit in a table."""

from pathlib import Path

from recount.case import open_case
from recount.model.findings import Findings
from recount.pipeline import build

CASE = """
[case]
name = "A few rows"
[scope]
place = "city"
start = 2017-01-01
end = 2019-12-31
[[party]]
id = "coalition"
name = "the coalition"
kind = "coalition"
[[party]]
id = "coalition/one"
name = "Partner One"
kind = "partner nation"
[[party]]
id = "coalition/two"
name = "Partner Two"
kind = "partner nation"
[[party]]
id = "government"
name = "the Government"
kind = "state"
"""
PLACES = """id,parent,name,names,lat,lon,precision,radius_km,source,licence
city,,Invented City,,36.3,43.1,city,10,invented,CC0-1.0
north,city,North Quarter,,36.32,43.1,neighbourhood,1,invented,CC0-1.0
south,city,South Quarter,,36.28,43.1,neighbourhood,1,invented,CC0-1.0
"""


def built(root: Path, *, settings: str = "", **tables: str) -> Findings:
    """What a build finds in one table for each kind of rows, whose headers are the fields themselves."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "recount.toml").write_text(CASE + settings, "utf-8")
    (root / "places.csv").write_text(PLACES, "utf-8")
    for rows, table in tables.items():
        _write(root / "sources" / rows, rows, table.strip())
    return build(open_case(root))


def _write(source: Path, rows: str, table: str) -> None:
    (source / "documents").mkdir(parents=True)
    (source / "documents" / "rows.csv").write_text(table + "\n", "utf-8")
    columns = "".join(f'{field} = "{field}"\n' for field in table.splitlines()[0].split(","))
    (source / "source.toml").write_text(
        f'name = "{rows} of a few rows"\nkind = "other"\n[table]\nrows = "{rows}"\n[columns]\n{columns}', "utf-8"
    )
