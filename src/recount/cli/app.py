"""The command `recount`: its verbs, and the one place where errors become messages."""

import sys
import traceback
from typing import Annotated

import typer

from recount.cli.build import build
from recount.cli.claims import claims
from recount.cli.count import count
from recount.cli.decide import decide
from recount.cli.diff import diff
from recount.cli.estimate import estimate
from recount.cli.exits import MEANING, Exit, exit_code
from recount.cli.link import link
from recount.cli.map import map_
from recount.cli.names import names
from recount.cli.new import new
from recount.cli.origins import origins
from recount.cli.publish import publish
from recount.cli.simulate import simulate
from recount.cli.trace import trace
from recount.cli.verify import verify
from recount.errors import RecountError
from recount.version import __version__

EPILOG = "Exit codes: " + " ".join(
    f"{code.value} {says.partition(':')[0].rstrip('.')}." for code, says in MEANING.items()
)

app = typer.Typer(
    name="recount",
    help="One defensible account of casualties out of incomplete and contradictory evidence.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for verb in (new, build, trace, count, diff, estimate, decide, publish, verify, simulate, claims, origins, link, map_):
    app.command()(verb)
app.add_typer(names, name="names")


def _show_version(wanted: bool) -> None:
    if wanted:
        print(__version__)
        raise typer.Exit


@app.callback()
def _recount(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


def main(arguments: list[str] | None = None) -> None:
    """Run a command and end the process with its exit code."""
    try:
        app(arguments)
    except RecountError as error:
        _say(str(error))
        sys.exit(exit_code(error))
    except OSError as error:
        _say(f"{error.filename or 'a file'}: {error.strerror or error}; check the path and its permissions")
        sys.exit(Exit.CASE)
    except Exception:
        traceback.print_exc()
        _say("this is a fault in Recount itself; please report it with the lines above")
        sys.exit(Exit.FAULT)


def _say(message: str) -> None:
    print(f"recount: {message}", file=sys.stderr)
