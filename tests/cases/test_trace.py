"""Every answer goes back to the sentences and cells it was made of."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recount.cli import main
from recount.model.discrepancies import DiscrepancyKind
from recount.trace import Branch, trace
from tests.cases.answers import Answers

RESTS_ON = {
    DiscrepancyKind.RATIO: ("27 times", "326"),
    DiscrepancyKind.SHARE: ("a third", "3,200", "9,606 names"),
    DiscrepancyKind.RATE: ("12 civilians a day", "5,805"),
    DiscrepancyKind.PROPOSITION: ("Residents of al-Jadida denies",),
    DiscrepancyKind.PLACE: ("sources/incident-claims/documents/al-jadida.csv, row",),
    DiscrepancyKind.SUPERSEDED: ("sheet Positions", "row"),
}


def leaves(branch: Branch) -> Iterator[Branch]:
    if not branch.children:
        yield branch
    for child in branch.children:
        yield from leaves(child)


def told(branch: Branch) -> str:
    return "\n".join([f"{branch.says} {branch.where}", *(told(child) for child in branch.children)])


@pytest.mark.parametrize("kind", RESTS_ON)
def test_an_answer_rests_on_its_sentences_and_cells(mosul: Answers, kind: DiscrepancyKind):
    trees = [told(trace(mosul.findings, one.id)) for one in mosul.discrepancies(kind)]

    assert any(all(words in tree for words in RESTS_ON[kind]) for tree in trees)


def test_every_discrepancy_ends_in_places_of_documents(mosul: Answers):
    paths = {document.path for document in mosul.findings.documents}
    for one in mosul.findings.discrepancies:
        ends = [leaf.where for leaf in leaves(trace(mosul.findings, one.id))]
        assert [where for where in ends if any(where.startswith(path) for path in paths)], one.title


def test_the_documented_figure_is_told_from_the_command_line(
    mosul_folder: Path, mosul: Answers, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as ended:
        main(["trace", str(mosul_folder), "documented"])

    told_there = capsys.readouterr().out
    assert ended.value.code in (0, None)
    assert "105" in told_there
    assert "contested" in told_there
