"""`recount trace`: from a figure to the sentences, cells and decisions it rests on."""

from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.arguments import AsJson, CaseFolder
from recount.cli.findings import built_of

if TYPE_CHECKING:
    from recount.pipeline import Build
    from recount.trace import Branch


def trace(
    case: CaseFolder,
    subject: Annotated[
        str,
        typer.Argument(metavar="ID", help="A figure's name, such as documented, or the id of anything in the case."),
    ],
    most: Annotated[int, typer.Option(min=0, help="How many branches to show at each fork; 0 shows all.")] = 8,
    back: Annotated[bool, typer.Option("--back", help="Show instead what rests on this: figures first.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show what something rests on.

    A figure rests on the lines of its ledger, they on people and incidents, these on records and claims, and those on
    cells and sentences of documents. With --back the way is walked in the other direction, from a document, a record,
    a claim or a decision to the figures that rest on it.
    """
    if back:
        _print_back(built_of(case), subject, most, as_json=as_json)
        return
    from recount.trace import trace as walk

    branch = walk(built_of(case).findings, subject)
    if as_json:
        from recount.store import encode

        print(encode(branch).decode())
    else:
        print("\n".join(_drawn(branch, most)))


def _print_back(built: "Build", subject: str, most: int, *, as_json: bool) -> None:
    from recount.pipeline.indexed import carried, index_of
    from recount.store import encode

    index = index_of(built)
    thing = index.find(subject)
    above = carried(index, thing.id)
    if as_json:
        print(encode([{"kind": kind, "id": one} for kind, one in above]).decode())
        return
    figures = {figure.id: f"{figure.name}: {figure.balance}" for figure in built.figures}
    shown = above[:most] if most else above
    print(f"{thing.kind} {thing.id}: {len(above):,} things rest on it")
    print("\n".join(f"  {kind:<12} {figures.get(one, one)}" for kind, one in shown))
    if len(shown) < len(above):
        print(f"  … and {len(above) - len(shown):,} more (--most 0 shows all)")


def _drawn(branch: "Branch", most: int) -> list[str]:
    """The tree as indented lines."""
    return [_line(branch), *_children(branch, most, "")]


def _children(branch: "Branch", most: int, before: str) -> list[str]:
    shown = branch.children[:most] if most else branch.children
    hidden = len(branch.children) - len(shown)
    lines: list[str] = []
    for number, child in enumerate(shown, 1):
        last = number == len(shown) and not hidden
        lines.append(f"{before}{'└─' if last else '├─'} {_line(child)}")
        lines += _children(child, most, before + ("   " if last else "│  "))
    return [*lines, f"{before}└─ … and {hidden:,} more (--most 0 shows all)"] if hidden else lines


def _line(branch: "Branch") -> str:
    marks = ", ".join(mark for mark in (branch.where, branch.id) if mark)
    return f"{branch.says}  [{marks}]" if marks else branch.says
