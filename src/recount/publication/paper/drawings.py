"""A chart of the site as a drawing that stands alone: a width in points, colours of its own."""

from importlib.resources import files
from xml.sax.saxutils import escape, quoteattr

from recount.publication.paper.tree import Element

WIDTH = 470.0
"""Points across: the width of the text on A4, so that letters in a drawing keep their size."""

MARGIN = 7.0
_ALONG = frozenset({"x", "x1", "x2", "cx", "width"})
_LEFT_OUT = frozenset({"title", "desc"})
_HEIGHTS = (("axis", 24.0), ("days", 16.0))
_TURNED = {"start": "end", "end": "start"}
_HATCH = (
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<line class="hatch-line" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>'
)


def drawing(svg: Element, width: float = WIDTH) -> str:
    """The chart, as wide as this in points."""
    high = height(svg)
    inside = width - 2 * MARGIN
    backwards = svg.attributes.get("direction") == "rtl"
    css = escape(svg.attributes.get("class", ""))
    body = "".join(_part(child, inside, high, backwards) for child in svg.elements())
    box = f"{-MARGIN:g} -2 {width:g} {high + 4:g}"
    style = escape(files("recount.publication.paper").joinpath("chart.css").read_text("utf-8"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{high + 4:g}" viewBox="{box}">'
        f'<style>{style}</style>{_HATCH}<g class="{css}">{body}</g></svg>'
    )


def height(svg: Element) -> float:
    """How high a chart stands, in points."""
    given = svg.attributes.get("height", "")
    if given and not given.endswith("%"):
        return float(given)
    return next((high for css, high in _HEIGHTS if svg.has(css)), 22.0)


def called(svg: Element) -> str:
    """What a chart shows, for those who cannot see it."""
    return next((title.text() for title in svg.elements("title")), "")


def _part(element: Element, width: float, high: float, backwards: bool) -> str:
    if element.tag in _LEFT_OUT:
        return ""
    tag = "g" if element.tag == "a" else element.tag
    given = {name: value for name, value in element.attributes.items() if name not in ("href", "aria-label", "role")}
    attributes = "".join(
        f" {name}={quoteattr(_value(name, value, width, high, backwards))}" for name, value in given.items()
    )
    inner = "".join(
        escape(child) if isinstance(child, str) else _part(child, width, high, backwards) for child in element.children
    )
    return f"<{tag}{attributes}>{inner}</{tag}>"


def _value(name: str, value: str, width: float, high: float, backwards: bool) -> str:
    """Shares of the width in points; the start of a text that is read from the right is its right end."""
    if name == "text-anchor" and backwards:
        return _TURNED.get(value, value)
    if value.endswith("%"):
        whole = width if name in _ALONG else high
        return f"{float(value[:-1]) / 100 * whole:.2f}"
    return value
