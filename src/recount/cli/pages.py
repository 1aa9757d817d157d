"""The text of a web page that holds no article: its blocks as paragraphs, its table rows as lines."""

from html.parser import HTMLParser

_SKIPPED = frozenset({"script", "style", "noscript", "template", "svg", "head"})
_BLOCKS = frozenset(
    {"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "table", "ul", "ol", "br",
     "section", "article", "blockquote", "dt", "dd", "title"}
)  # fmt: skip


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._skipped += tag in _SKIPPED
        if tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._skipped = max(0, self._skipped - (tag in _SKIPPED))
        if tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.parts.append(data)


def as_text(html: str) -> str:
    """What a reader sees of a page, one block a paragraph."""
    reader = _Text()
    reader.feed(html)
    reader.close()
    paragraphs = [" ".join(block.split()) for block in "".join(reader.parts).split("\n\n")]
    return "\n\n".join(block for block in paragraphs if block)
