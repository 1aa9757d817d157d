"""A page of ours as blocks that a typesetter can lay out: headings, paragraphs, rows with a drawing, tables."""

import math
import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias, TypedDict

from recount.publication.paper.drawings import called, drawing, height
from recount.publication.paper.tree import Element, read
from recount.publication.redaction.words import is_arabic

SIGNS = re.compile("[\u064b-\u0652\u0670\u0640]")
"""Optional signs above and below Arabic letters, and the stroke that only lengthens a word."""

_SPACE = re.compile(r"\s+")
_BLOCKS = frozenset(
    {"p", "h1", "h2", "h3", "table", "ul", "ol", "li", "svg", "figure", "figcaption", "section", "article"}
    | {"blockquote", "dl", "dt", "dd", "div", "details"}
)


class Run(TypedDict, total=False):
    """A stretch of words in one way of setting: t words, b bold, s small, m as code, u address, d direction."""

    t: str
    b: bool
    s: bool
    m: bool
    u: str
    d: str


Block: TypeAlias = dict[str, object]
"""One block: k says what it is, the rest is what the typesetter's template asks of such a block."""


def blocks(page: str) -> list[Block]:
    """The blocks of a page."""
    return list(_inside(read(page)))


def bare(text: str) -> str:
    """Arabic without its optional signs.

    Programs that copy text out of a PDF put them beside the wrong letter, or repeat the letter; the letters alone are
    copied out as they were written, and the words are read the same.
    """
    return SIGNS.sub("", unicodedata.normalize("NFC", text))


def _inside(element: Element) -> Iterable[Block]:
    """Blocks as they are; loose words between them as paragraphs."""
    loose: list[Element | str] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag in _BLOCKS:
            yield from _paragraph(loose, element)
            loose = []
            yield from _block(child)
        else:
            loose.append(child)
    yield from _paragraph(loose, element)


def _paragraph(loose: list["Element | str"], around: Element) -> Iterable[Block]:
    runs = words(Element("p", {}, loose), _direction(around) if "dir" in around.attributes else None)
    if runs:
        yield {"k": "p", "c": around.attributes.get("class", ""), "runs": runs}


def _block(element: Element) -> Iterable[Block]:
    css = element.attributes.get("class", "")
    match element.tag:
        case "svg" if element.has("defs"):
            return
        case "svg":
            yield {"k": "svg", "svg": drawing(element), "alt": called(element), "h": height(element)}
        case "h1" | "h2" | "h3":
            yield {"k": "h", "l": int(element.tag[1]), "runs": words(element)}
        case "table":
            yield _table(element)
        case "div" if element.has("head"):
            yield {"k": "head", "sides": [words(side) for side in element.elements()]}
        case "details":
            for summary in element.elements("summary"):
                yield {"k": "p", "c": "note", "runs": words(summary)}
        case "ul" if element.has("legend"):
            yield _legend(element)
        case "ul" | "ol" | "dl" | "div" | "li" | "figure" | "section" | "article" | "blockquote" | "dt" | "dd":
            yield {"k": element.tag, "c": css, "kids": list(_inside(element))}
        case _:
            yield from _named(element)


def _named(element: Element) -> Iterable[Block]:
    runs = words(element)
    if runs:
        yield {"k": "p", "c": element.attributes.get("class", "") or element.tag, "runs": runs}


def _legend(element: Element) -> Block:
    keys: list[list[Block]] = []
    for key in element.elements("li"):
        mark = next(key.elements("svg"))
        svg = drawing(mark, float(mark.attributes.get("width", "22")) + 14)
        keys.append([{"k": "svg", "svg": svg, "alt": "", "h": 12}, {"k": "p", "c": "", "runs": words(key)}])
    return {"k": "legend", "keys": keys}


def _table(element: Element) -> Block:
    rows = [list(row.elements("th", "td")) for row in element.all("tr")]
    heads = [row for part in element.elements("thead") for row in part.elements("tr")]
    widest = max(rows, key=len, default=[])
    cells = [[words(cell) for cell in row] for row in rows]
    return {
        "k": "table",
        "c": element.attributes.get("class", ""),
        "caption": [run for caption in element.elements("caption") for run in words(caption)],
        "head": len(heads),
        "columns": [{"k": "column", "end": cell.has("n"), "wide": _wide(cells, at)} for at, cell in enumerate(widest)],
        "rows": [[{"k": "cell", "runs": runs} for runs in row] for row in cells],
    }


def _wide(cells: list[list[list[Run]]], at: int) -> float:
    """How wide a column wants to be beside the others: by its longest words, long ones wrapping."""
    longest = max((sum(len(run["t"]) for run in row[at]) for row in cells if at < len(row)), default=1)
    return round(math.sqrt(min(max(longest, 8), 60)), 2)


def words(element: Element, style: Run | None = None) -> list[Run]:
    """The words of an element, each stretch as it is to be set."""
    found: list[Run] = []
    _gather(element, style or {}, found)
    for place, run in enumerate(found):
        before = found[place - 1]["t"] if place else " "
        if before.endswith(" ") or not before:
            run["t"] = run["t"].lstrip()
    while found and not found[-1]["t"].strip():
        found.pop()
    if found:
        found[-1]["t"] = found[-1]["t"].rstrip()
    return [run for run in found if run["t"]]


def _gather(element: Element, style: Run, found: list[Run]) -> None:
    for child in element.children:
        if isinstance(child, str):
            found.append({**style, "t": bare(_SPACE.sub(" ", child))})
        elif child.tag == "br":
            found.append({"t": "\n"})
        elif child.tag != "svg":
            _gather(child, _style(child, style), found)


def _style(element: Element, style: Run) -> Run:
    made: Run = {**style}
    if element.tag in ("b", "strong") or element.has("num"):
        made["b"] = True
    if element.has("small") or element.has("tag") or element.has("leaves"):
        made["s"] = True
    if element.tag == "code" or element.has("hash"):
        made["m"] = True
    if element.tag == "a" and element.attributes.get("href"):
        made["u"] = element.attributes["href"]
    if element.tag == "bdi" or "dir" in element.attributes:
        made.update(_direction(element))
    return made


def _direction(element: Element) -> Run:
    """The direction of a name or a quotation, which stands apart from the words around it."""
    text = element.text().strip()
    return {"d": "rtl" if is_arabic(text) else "ltr"} if text else {}
