"""The way back in one language: from a sentence, row, person, event or decision to the figures that rest on it."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from recount.publication.public import PublicSite, PublicUse
from recount.publication.wording import Wording

PAGE = "counted.html"
"""Where each combination of figures that rows are counted in is listed once."""


class Back:
    """Links to figures, and the combinations in which rows are counted."""

    def __init__(self, site: PublicSite, say: Wording, labels: Mapping[str, Markup]) -> None:
        self.say = say
        self.labels = labels
        self.resting = site.resting
        self.numbers = {names: number for number, names in enumerate(combinations(site), 1)}
        self._written: dict[tuple[tuple[PublicUse, ...], str], Markup] = {}

    def uses(self, key: str, root: str = "../") -> Markup:
        """The figures that rest on something, each leading to its step; or that none does."""
        found = self.resting.get(key, ())
        made = self._written.get((found, root))
        if made is None:
            made = self._written[found, root] = self.written(found, root)
        return made

    def rested(self, key: str) -> bool:
        """Whether any figure rests on something."""
        return bool(self.resting.get(key))

    def written(self, found: Sequence[PublicUse], root: str) -> Markup:
        """Figures one after the other; those in which it only stands beside come last and say so."""
        if not found:
            return escape(self.say("back.none"))
        counted = [self._link(use, root) for use in found if not use.beside]
        beside = [Markup(self.say("back.beside", figure=self._link(use, root))) for use in found if use.beside]
        return Markup(escape(self.say("headline.list"))).join([*counted, *beside])

    def _link(self, use: PublicUse, root: str) -> Markup:
        return Markup('<a href="{}{}">{}</a>').format(root, use.href, self.labels.get(use.name, use.name))

    def row(self, found: Sequence[PublicUse], root: str = "../") -> str:
        """A row's number of figures, leading to their list."""
        if not found:
            return ""
        number = self.numbers[names(found)]
        return f"<a href={root}{PAGE}#s{number}>{self.say.number(len(found))}</a>"

    def counted(self, key: str) -> Markup:
        """How many figures rest on a person, leading to their list; or that none does."""
        return Markup(self.row(self.resting.get(key, ()))) or escape(self.say("back.none"))


def names(found: Sequence[PublicUse]) -> tuple[tuple[str, bool], ...]:
    """A combination of figures, whatever their steps."""
    return tuple((use.name, use.beside) for use in found)


def combinations(site: PublicSite) -> dict[tuple[tuple[str, bool], ...], tuple[PublicUse, ...]]:
    """Every combination of figures that a published row or person is counted in, in their order, with one example."""
    found: dict[tuple[tuple[str, bool], ...], tuple[PublicUse, ...]] = {}
    for source in site.sources:
        for table in source.tables:
            for row in table.rows:
                if row.rests:
                    found.setdefault(names(row.rests), row.rests)
    for person in site.people:
        if rests := site.resting.get(person.id, ()):
            found.setdefault(names(rests), rests)
    return found
