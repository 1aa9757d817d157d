"""From blocks to the bytes of a PDF."""

import json
from collections.abc import Mapping
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING

from recount.errors import PlugInMissing

if TYPE_CHECKING:
    from recount.publication.paper.blocks import Block

INSTALL = "a report on paper needs the typesetter Typst: pip install 'recount-casualties[pdf]'"


def available() -> bool:
    """Whether the typesetter is installed."""
    return find_spec("typst") is not None


def typeset(report: Mapping[str, "str | list[int] | list[Block]"]) -> bytes:
    """Set a report. No clock, no font and no file of this machine is used: the same report gives the same bytes.

    Raises:
        PlugInMissing: the typesetter is not installed.
    """
    if not available():
        raise PlugInMissing(INSTALL)
    import typst

    here = files("recount.publication.paper")
    made = typst.compile(
        here.joinpath("report.typ").read_bytes(),
        font_paths=[str(here.joinpath("fonts"))],
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(report, ensure_ascii=False)},
        timestamp=0,
        pdf_standards="ua-1",
    )
    if not isinstance(made, bytes):
        raise TypeError("the typesetter gave pages apart, where one document was asked for")
    return made
