"""The manual of the command line, made of the verbs themselves: `python -m recount.cli.reference` prints it."""

from recount.cli.exits import MEANING

_HEAD = """# The command line

Made from the commands themselves by `python -m recount.cli.reference > docs/reference/cli.md`; a test holds it to them.

"""


def reference() -> str:
    """Every verb's help, and what the exit codes mean, as Markdown."""
    parts = [_HEAD, "```text\n", _help([]), "```\n"]
    for verb in [*verbs(), *_of_groups()]:
        parts += [f"\n## `recount {verb}`\n\n```text\n", _help(verb.split()), "```\n"]
    parts += ["\n## Exit codes\n\n| code | meaning |\n|---|---|\n"]
    parts += [f"| {code.value} | {says} |\n" for code, says in MEANING.items()]
    return "".join(parts)


def verbs() -> list[str]:
    """The verbs in the order in which they are listed."""
    from recount.cli.app import app

    return [command.callback.__name__ for command in app.registered_commands if command.callback is not None]


def _of_groups() -> list[str]:
    """The verbs of each group, such as `names compare`."""
    from recount.cli.app import app

    return [
        f"{group.name} {command.callback.__name__}"
        for group in app.registered_groups
        if group.typer_instance is not None
        for command in group.typer_instance.registered_commands
        if command.callback is not None
    ]


def _help(arguments: list[str]) -> str:
    from typer.testing import CliRunner

    from recount.cli.app import app

    found = CliRunner().invoke(app, [*arguments, "--help"], prog_name="recount", terminal_width=100)
    return found.output.rstrip("\n") + "\n"


if __name__ == "__main__":
    print(reference(), end="")
