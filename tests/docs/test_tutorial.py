"""The tutorial does what it says: its commands and its Python are run as they stand."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "first-case.md"


def test_the_tutorial_does_what_it_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    sybil = Sybil([CodeBlockParser("console", run_console), PythonCodeBlockParser()])
    examples = list(sybil.parse(TUTORIAL).examples())
    assert len(examples) > 10
    for example in examples:
        example.evaluate()


def run_console(example: Example) -> None:
    """Run a block's commands in one shell; the output must be what is printed below each, `…` meaning anything."""
    steps = commands(str(example.parsed))
    marked = "".join(f"{command}\nprintf '\\n<<<%s>>>\\n' {number}\n" for number, (command, _) in enumerate(steps))
    given = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        ["bash", "-c", f"set -e\n{marked}"], capture_output=True, text=True, env=given, timeout=300, check=False
    )
    assert run.returncode == 0, f"{example.path}, line {example.line}: {run.stdout}{run.stderr}"
    outputs = re.split(r"\n<<<\d+>>>\n", run.stdout)
    for (command, printed), output in zip(steps, outputs, strict=False):
        assert fits(printed, output), f"{example.path}, {command}: printed {output!r}, the page says {printed!r}"


def commands(block: str) -> list[tuple[str, str]]:
    """The commands of a block (`$ `, continued by `> `), each with the output printed below it."""
    found: list[tuple[list[str], list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append(([line[2:]], []))
        elif line.startswith("> "):
            found[-1][0].append(line[2:])
        else:
            found[-1][1].append(line)
    return [("\n".join(command), "\n".join(output)) for command, output in found]


def fits(printed: str, output: str) -> bool:
    """Whether an output is what the page shows, where `…` stands for anything, several lines included."""
    pattern = ".*?".join(re.escape(part) for part in printed.strip().split("…"))
    return re.fullmatch(pattern, output.strip(), re.DOTALL) is not None


@pytest.mark.parametrize(
    ("printed", "output", "expected"),
    [
        ("a …", "a b\nc", True),
        ("a …\nd", "a b\nc\nd", True),
        ("a", "b", False),
        ("a …\nd", "a b", False),
        ("", "unexpected", False),
    ],
)
def test_the_page_and_the_output_are_really_compared(printed, output, expected):
    assert fits(printed, output) is expected
