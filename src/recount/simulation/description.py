"""Descriptions as TOML text, the same bytes each time; whoever reads them sees that all of it is invented."""

import json
from collections.abc import Mapping
from datetime import date

LICENCE = "Apache-2.0"
Value = str | int | bool | date | list[str] | list[int]
Tables = Mapping[str, Mapping[str, Value]]


def toml(top: Mapping[str, Value], tables: Tables, arrays: list[tuple[str, Mapping[str, Value]]]) -> str:
    """TOML text of some keys, tables and arrays of tables, in the order given."""
    parts = ["\n".join(_line(key, value) for key, value in top.items())] if top else []
    parts += ["\n".join([f"[{name}]", *(_line(*pair) for pair in table.items())]) for name, table in tables.items()]
    parts += ["\n".join([f"[[{name}]]", *(_line(*pair) for pair in table.items())]) for name, table in arrays]
    return "\n\n".join(parts) + "\n"


def _line(key: str, value: Value) -> str:
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return f"{key if bare else json.dumps(key, ensure_ascii=False)} = {_shown(value)}"


def _shown(value: Value) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def of_source(name: str, name_ar: str, kind: str, language: str, **more: Value) -> dict[str, Value]:
    """What every source says of itself."""
    said: dict[str, Value] = {"name": f"{name} (simulated)", "name_ar": f"{name_ar} (محاكاة)", "kind": kind}
    return said | {"language": language, "licence": LICENCE, "obtained": "written by recount simulate"} | more
