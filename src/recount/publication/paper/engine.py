"""From blocks to the bytes of a PDF."""

import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from recount.errors import PlugInMissing

if TYPE_CHECKING:
    from recount.publication.paper.blocks import Block

INSTALL = "a report on paper needs the typesetter Typst: pip install 'recount-casualties[pdf]'"


def required() -> None:
    """Make sure that the typesetter is there.

    Raises:
        PlugInMissing: it is not; the message says what to install.
    """
    if find_spec("typst") is None:
        raise PlugInMissing(INSTALL)


def typeset(report: Mapping[str, "str | list[int] | list[Block]"]) -> bytes:
    """Set a report. No clock, no font and no file of this machine is used: the same report gives the same bytes.

    Raises:
        PlugInMissing: the typesetter is not installed.
    """
    required()
    import typst

    here = Path(__file__).parent
    return typst.compile(
        here / "report.typ",
        font_paths=[here / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(report, ensure_ascii=False)},
        timestamp=0,
        pdf_standards="ua-1",
    )
