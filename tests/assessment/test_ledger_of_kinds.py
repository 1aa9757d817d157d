"""Counts of people without rows, each kind by its own rule, and entries that a list has removed."""

from pathlib import Path

import pytest

from recount.model.findings import Findings
from recount.model.interval import Interval, exactly
from tests.cases.small import built

ROWS = """
name,age,sex,died,place,official_id
Layla Invented Madeup,20,female,2017-03-17,North Quarter,1
Omar Fictional Nobody,30,male,2017-04-02,South Quarter,2
Salma Thoughtup Never,41,female,2017-05-02,South Quarter,3
"""
HEADER = "code,tally,number_low,number_high,of,list,beyond,claimant\n"


def of(folder: Path, *tallies: str, **more: str) -> Findings:
    return built(folder / "case", persons=ROWS, tallies=HEADER + "".join(f"{one}\n" for one in tallies), **more)


def documented(findings: Findings):
    return next(figure for figure in findings.figures if figure.name == "documented")


@pytest.mark.parametrize(
    ("tallies", "comes_to"),
    [
        (["H,count of a part,2000,2000,,,,a carver"], Interval(3, 3)),
        (["B,bodies without a name,15,30,,,yes,rescuers"], Interval(18, 33)),
        (["B,bodies without a name,15,30,,,,rescuers"], Interval(3, 33)),
        (["B,bodies without a name,15,30,,,no,rescuers"], Interval(3, 3)),
        (["M,known missing,7,9,,,,families"], Interval(3, 12)),
        (["I,indirect deaths,40,60,,,,doctors"], Interval(3, 3)),
    ],
)
def test_each_kind_has_its_own_rule(tmp_path, tallies, comes_to):
    assert documented(of(tmp_path, *tallies)).interval == comes_to


def test_a_later_identification_moves_a_person_and_does_not_change_the_total(tmp_path):
    bodies = "B,bodies without a name,20,20,,,yes,rescuers"
    before = of(tmp_path / "a", bodies)
    after = of(tmp_path / "b", bodies, "N,later identified,2,2,B,persons,,the morgue")
    elsewhere = of(tmp_path / "c", bodies, "N,later identified,2,2,B,a list we do not have,,the morgue")

    assert documented(before).interval == exactly(23)
    assert documented(after).interval == exactly(21)  # the two stand on the list of three already
    assert documented(elsewhere).interval == exactly(23)


def test_bodies_without_a_name_may_be_children_and_may_lie_in_any_quarter(tmp_path):
    from recount.case import open_case
    from recount.model.codes import Population
    from recount.model.scope import Scope
    from recount.pipeline import counted, walk

    of(tmp_path, "B,bodies without a name,15,30,,,yes,rescuers")
    built_case = walk(open_case(tmp_path / "case"))
    whole: Scope = built_case.case.settings.case.scope
    children = Scope(whole.outcome, Population.CHILDREN, None, whole.place, whole.period, whole.kind)
    assert counted(built_case, whole).interval == Interval(18, 33)
    assert counted(built_case, children).interval == Interval(0, 30)


def test_indirect_deaths_are_a_figure_of_their_own(tmp_path):
    findings = of(tmp_path, "I,indirect deaths,40,60,,,,doctors")
    assert [figure.interval for figure in findings.figures if figure.name == "indirect"] == [Interval(40, 60)]


def test_a_count_of_a_part_stands_beside_the_figure(tmp_path):
    figure = documented(of(tmp_path, "H,count of a part,2000,2000,,,,a carver"))
    assert [(line.label, line.amount) for line in figure.excluded] == [("count of a part", exactly(2000))]


def test_a_row_that_identifies_nobodys_count_is_set_aside(tmp_path):
    findings = of(tmp_path, "N,later identified,2,2,,persons,,the morgue")
    assert ["without saying in which count" in one.what for one in findings.set_aside] == [True]


def versions(folder: Path, settings: str = "", described: str = "") -> Findings:
    """A list in two versions, of which the second lacks one entry and restores none."""
    from recount.case import open_case
    from recount.pipeline import build

    built(folder / "case", persons=ROWS)
    source = folder / "case" / "sources" / "persons"
    (source / "SHA256SUMS").unlink()
    (source / "documents" / "rows.csv").rename(source / "documents" / "v1.csv")
    lines = ROWS.strip().splitlines()
    (source / "documents" / "v2.csv").write_text("\n".join(lines[:-1]) + "\n", "utf-8")
    dated = [f'[[document]]\nfile = "documents/v{n}.csv"\nversion = "{n}"\npublished = 2018-0{n}-01\n' for n in (1, 2)]
    toml = source / "source.toml"
    toml.write_text(toml.read_text("utf-8") + described + "".join(dated), "utf-8")
    case = folder / "case" / "recount.toml"
    case.write_text(case.read_text("utf-8") + settings, "utf-8")
    return build(open_case(folder / "case"))


REASON = '[[removed]]\nkey = "3"\nversion = "2"\nreason = "found alive"\n'


def test_a_removed_entry_leaves_the_count_and_stays_in_the_ledger_with_its_reason(tmp_path):
    findings = versions(tmp_path, described=REASON)
    (line,) = [line for line in documented(findings).lines if line.label == "removed"]
    assert documented(findings).interval == exactly(2)
    assert line.amount == exactly(1)
    assert "found alive" in line.says
    assert len(findings.versions[0].changes) == 1
    assert sum(number for _, number in findings.tables[0].counts) == 2


def test_a_case_may_declare_that_removed_entries_stay_counted(tmp_path):
    whole = versions(tmp_path / "a", settings='[assessment]\nremoved = "stays counted"\n')
    one = versions(tmp_path / "b", settings='[assessment]\nremoved_stay = ["persons"]\n')
    assert documented(whole).interval == documented(one).interval == exactly(3)


def test_everybody_is_in_one_class_and_shares_come_to_one_with_the_unknown_always_there(tmp_path):
    findings = of(tmp_path, "H,count of a part,1,1,,,,a carver")
    assert {one.by for one in findings.breakdowns} == {"party", "cause", "place", "month", "sex", "age", "status"}
    for one in findings.breakdowns:
        assert sum(part.people for part in one.parts) == one.people == 3
        assert sum(part.share for part in one.parts) == pytest.approx(1)
        assert one.parts[-1].name in ("unknown", "undetermined")
    sexes = next(one for one in findings.breakdowns if one.by == "sex")
    assert [(part.name, part.people) for part in sexes.parts] == [("female", 2), ("male", 1), ("unknown", 0)]
