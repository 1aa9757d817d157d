"""`recount names`: how two names compare, and channels trained on somebody's own pairs."""

import csv
import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.exits import Exit
from recount.errors import CaseError

if TYPE_CHECKING:
    from recount.language.channels import Channel, Letter
    from recount.language.training import Pairs
    from recount.linkage.comparing import NamesCompared

names = typer.Typer(help="Compare names letter by letter; train on your own pairs.", no_args_is_help=True)
Channels = Annotated[str, typer.Option("--channels", metavar="FOLDER", help="Channels that `names train` has written.")]
_FEWEST = 50


@names.command()
def compare(
    one: Annotated[str, typer.Argument(metavar="A", help="A name, in Arabic or Latin letters.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    channels: Channels = "",
) -> None:
    """Explain how alike two names are, part by part and letter by letter.

    Weights are in bits: one bit more doubles the odds that both name one person. Common and rare names weigh alike
    here; in a case a shared rare name says more.
    """
    from recount.linkage.comparing import compare_names

    found = compare_names(one, other, channels)
    if found is None:
        print("One of them holds no name.")
        raise typer.Exit(Exit.PROBLEM)
    print("\n".join(_explained(found)))


def _explained(found: "NamesCompared") -> Iterator[str]:
    for part in found.parts:
        bones = part.skeletons[0] if len(set(part.skeletons)) == 1 else " ≠ ".join(part.skeletons)
        yield f"{part.part}: {part.left} / {part.right}  (consonants {bones})"
        yield from (f"    {line}" for line in _letters(part.letters))
    yield ""
    for name, bits in found.bits:
        yield f"  {name:<20} {bits:+7.2f} bits"
    if found.layout:
        yield f"  {'parts left out':<20} {found.layout:+7.2f} bits"
    yield f"  {'together':<20} {found.total:+7.2f} bits"


def _letters(letters: tuple["Letter", ...]) -> Iterator[str]:
    """One line a letter: what was read, what was written, how often that is so."""
    for letter in letters:
        if letter.read == letter.written and letter.log2 == 0:
            yield f"{letter.read}  kept"
        elif math.isnan(letter.log2):
            yield f"{letter.read or '–'} → {letter.written or '–'}  a slip"
        elif not letter.read:
            yield f"+ {letter.written}  slipped in, {2**letter.log2:.1%} of the time"
        else:
            yield f"{letter.read} → {letter.written or '–'}  {2**letter.log2:.1%} of the time"


@names.command()
def train(
    pairs: Annotated[Path, typer.Argument(metavar="PAIRS", help="CSV or TSV: Arabic spelling, Latin spelling, count.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to write the channels to.")],
) -> None:
    """Train the channels further on pairs of spellings of your own.

    The channels lean on those that come with Recount, and on your pairs the more of them there are. Every tenth pair is
    kept back to say what was gained. Use the folder with `--channels`, or as `channels` in [linkage] of recount.toml.
    """
    from recount.language.channels import channel
    from recount.language.training import latin_latin, retrained, save

    found = _read(pairs)
    if len(found.read) < _FEWEST:
        raise CaseError(f"{pairs}: holds {len(found.read)} pairs that can be used; {_FEWEST} are needed at least")
    out.mkdir(parents=True, exist_ok=True)
    base = channel("arabic-latin")
    kept, back = _split(found)
    trial = retrained(kept, base)
    print(f"{len(found.read):,} pairs")
    print(f"bits that a spelling kept back costs: {_cost(base, back)} before, {_cost(trial, back)} now")
    save(retrained(found, base), out / "arabic-latin.json")
    twins = latin_latin(found)
    if len(twins.read) >= _FEWEST:
        save(retrained(twins, channel("latin-latin")), out / "latin-latin.json")
    print(f"Channels written to {out}")


def _read(path: Path) -> "Pairs":
    from recount.language.scripts import script_of
    from recount.language.training import training_pairs
    from recount.model.assertions import Script

    rows = []
    text = path.read_text("utf-8-sig")
    for number, cells in enumerate(csv.reader(text.splitlines(), delimiter="\t" if "\t" in text else ","), 1):
        if len(cells) < 2 or script_of(cells[0]) is not Script.ARABIC:
            if number > 1:
                typer.echo(f"  {path}, line {number}: is no Arabic spelling and a Latin one; left out", err=True)
            continue
        count = int(cells[2]) if len(cells) > 2 and cells[2].strip().isdecimal() else 1
        rows.append((cells[0], cells[1], count))
    return training_pairs(rows)


def _split(pairs: "Pairs") -> tuple["Pairs", "Pairs"]:
    """Nine pairs of ten, and every tenth."""
    import numpy as np

    from recount.language.training import Pairs

    tenth = np.arange(len(pairs.read)) % 10 == 9
    return tuple(  # type: ignore[return-value]
        Pairs(
            tuple(word for word, wanted in zip(pairs.read, chosen, strict=True) if wanted),
            tuple(word for word, wanted in zip(pairs.written, chosen, strict=True) if wanted),
            pairs.counts[chosen],
        )
        for chosen in (~tenth, tenth)
    )


def _cost(trained: "Channel", pairs: "Pairs") -> str:
    import numpy as np

    return f"{float(np.mean(-np.maximum(trained.log2(pairs.read, pairs.written), -60))):.2f}"
