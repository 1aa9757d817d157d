"""Running the command as a person would, without a new process."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from recount.cli import main


@dataclass(frozen=True)
class Said:
    """What a command printed, and the code it ended with."""

    code: int
    out: str
    err: str


@pytest.fixture
def recount(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Run `recount` with these arguments."""

    def run(*arguments: object) -> Said:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Said(int(ended.value.code or 0), captured.out, captured.err)

    return run
