"""A page's structure as plain text: captions and notes where they stand, tables as rows with bars between cells."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NOTE = re.compile(r"\s*(?:last )?(?:updat|correct|clarif|editor'?s note|تحديث|تصحيح)", re.IGNORECASE)
_LONGEST_NOTE = 400
_FEWEST_WORDS = 4
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "nav", "footer", "form", "button", "iframe", "select"}
)
_HIDDEN = ("script", "style", "noscript", "template", "svg", "iframe")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "p", "div", "li", "figcaption", "caption", "section", "article", "main", "blockquote", "dt", "dd", "title",
    "header", "aside", "figure", "address", "pre", "body", "ul", "ol", "dl", "center",
}  # fmt: skip


def tree_of(html: str) -> "HtmlElement | None":
    """The elements of a page; None where there are none."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    # The text is decoded already: what the page declares of its encoding no longer holds.
    parser = HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        return document_fromstring(html.encode("utf-8", errors="replace"), parser=parser)
    except (ParserError, ValueError):
        return None


def with_captions(tree: "HtmlElement") -> None:
    """Make paragraphs of captions, picture descriptions and notes, which article extractors leave out."""
    from lxml.html import Element

    for figure in list(tree.iter("figure")):
        said = _figure_words(figure)
        parent = figure.getparent()
        if parent is None or figure.find(".//table") is not None:
            continue
        for words in said:
            paragraph = Element("p")
            paragraph.text = words
            figure.addprevious(paragraph)
        if said:
            tail = figure.tail
            parent.remove(figure)
            if tail and tail.strip():
                parent.text = f"{parent.text or ''} {tail}" if len(parent) == 0 else parent.text
    for caption in list(tree.iter("caption")):
        _before_its_table(caption)
    for element in list(tree.iter("div", "span", "section", "time", "aside")):
        _as_paragraph(element)


def _figure_words(figure: "HtmlElement") -> list[str]:
    """What a picture is said to show, its caption first; a description of a few words says nothing."""
    captions = [words_of(each) for each in figure.iter("figcaption")]
    described = [" ".join((each.get("alt") or "").split()) for each in figure.iter("img")]
    told = [words for words in captions if words]
    told += [words for words in described if len(words.split()) >= _FEWEST_WORDS and words not in told]
    return told


def _before_its_table(caption: "HtmlElement") -> None:
    from lxml.html import Element

    table = next((each for each in caption.iterancestors("table")), None)
    said = words_of(caption)
    if table is None or table.getparent() is None or not said:
        return
    paragraph = Element("p")
    paragraph.text = said
    table.addprevious(paragraph)
    caption.drop_tree()


def _as_paragraph(element: "HtmlElement") -> None:
    """A note that the toll was updated is part of the article, whatever box it stands in."""
    said = words_of(element) if _NOTE.match(element.text or "") else ""
    if said and len(said) <= _LONGEST_NOTE and not any(each.tag in ("p", "table", "div") for each in element):
        element.tag = "p"
        for name in ("class", "id"):
            element.attrib.pop(name, None)


def words_of(element: "HtmlElement") -> str:
    """The words of an element on one line."""
    return " ".join(element.text_content().split())


def all_text(tree: "HtmlElement") -> str:
    """What a reader sees of a page without its menus: one block a paragraph, tables row by row."""
    parts: list[str] = []
    _walk(tree, parts)
    blocks = [" ".join(line.split()) for line in "".join(parts).split("\n")]
    return "\n".join(block for block in blocks if block)


def _walk(tree: "HtmlElement", parts: list[str]) -> None:
    """Depth first without recursion: a page may be nested deeper than Python allows."""
    stack: list[tuple[HtmlElement, bool]] = [(tree, False)]
    while stack:
        element, done = stack.pop()
        if done:
            parts.append("\n" if element.tag in _BLOCKS else " " if element.tag in ("td", "th") else "")
            parts.append(element.tail or "")
        elif not isinstance(element.tag, str) or element.tag in _SKIPPED:
            parts.append(element.tail or "")
        elif element.tag == "table" and _of_figures(element):
            parts.append("\n" + "\n".join(table_rows(element)) + "\n" + (element.tail or ""))
        else:
            parts.append("\n" if element.tag in _BLOCKS or element.tag in ("br", "tr") else "")
            parts.append("- " if element.tag == "li" else "")
            parts.append(element.text or "")
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(list(element)))


def _of_figures(table: "HtmlElement") -> bool:
    """Whether a table holds cells side by side rather than the page's columns."""
    nested = table.find(".//table") is not None
    return not nested and any(len(row.findall("td")) + len(row.findall("th")) > 1 for row in table.iter("tr"))


def table_rows(table: "HtmlElement") -> list[str]:
    """The rows of a table, their cells between bars; a cell that spans several is followed by empty ones."""
    rows = []
    for row in table.iter("tr"):
        cells = []
        for cell in row:
            if cell.tag in ("td", "th"):
                span = cell.get("colspan", "1")
                wide = int(span) if span.isascii() and span.isdecimal() and len(span) < 3 else 1
                cells += [words_of(cell).replace("|", "/"), *[""] * (max(1, wide) - 1)]
        if any(cells):
            rows.append("| " + " | ".join(cells) + " |")
            if len(rows) == 1:
                rows.append("|" + "---|" * len(cells))
    return rows
