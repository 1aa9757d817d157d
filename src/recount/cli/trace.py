"""`recount trace`: from a figure to the sentences, cells and decisions it rests on."""

from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.arguments import AsJson, CaseFolder
from recount.cli.findings import findings_of

if TYPE_CHECKING:
    from recount.trace import Branch


def trace(
    case: CaseFolder,
    subject: Annotated[
        str,
        typer.Argument(metavar="ID", help="A figure's name, such as documented, or the id of anything in the case."),
    ],
    most: Annotated[int, typer.Option(min=0, help="How many branches to show at each fork; 0 shows all.")] = 8,
    as_json: AsJson = False,
) -> None:
    """Show what something rests on.

    A figure rests on the lines of its ledger, they on people and incidents, these on records and claims, and those on
    cells and sentences of documents.
    """
    from recount.trace import trace as walk

    branch = walk(findings_of(case), subject)
    if as_json:
        from recount.store import encode

        print(encode(branch).decode())
    else:
        print("\n".join(_drawn(branch, most)))


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
    return f"{branch.says}  [{branch.where}]" if branch.where else branch.says
