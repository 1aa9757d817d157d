"""Case 15: two people of 0 and 30 years."""

from pathlib import Path
from statistics import mean

import pytest

from recount.model.codes import AgeGroup
from recount.model.findings import Findings
from tests.cases.small import built


@pytest.fixture(scope="module")
def two_people(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    folder: Path = tmp_path_factory.mktemp("ages") / "case"
    return built(
        folder,
        persons="""
name,age,sex,died,place
Layla Invented,0,female,2017-03-17,North Quarter
Omar Fictional,30,male,2017-04-02,South Quarter
""",
    )


def test_an_infants_age_is_zero_and_counts_in_the_mean(two_people):
    ages = [victim.age for victim in two_people.resolution.victims]

    assert None not in ages
    assert mean(age.low for age in ages) == mean(age.high for age in ages) == 15


def test_one_of_the_two_is_a_child(two_people):
    groups = [victim.age.group for victim in two_people.resolution.victims]

    assert sorted(groups) == [AgeGroup.CHILD, AgeGroup.ADULT]
    assert [str(f.interval) for f in two_people.figures if f.name == "documented/children"] == ["1"]
