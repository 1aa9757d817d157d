"""Constructions that Arabic has and English has not."""

import pytest

from tests.extraction.reading import claims, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("استشهاد امرأة وطفليها في غارة.", [(1, 1, "killed"), (2, 2, "killed")]),
        ("قتل 15 شخصا على الأقل.", [(15, None, "killed")]),
        ("تجاوز عدد القتلى 50 شخصا.", [(50, None, "killed")]),
        ("سقطت قذيفة على القرية دون وقوع خسائر بشرية.", [(0, 0, "casualty")]),
        ("انفجر لغم ولم يصب أحد.", [(0, 0, "injured")]),
        ("عثر الأهالي على جثة امرأة قرب النهر.", [(1, 1, "killed")]),
        ("قتل في الهجوم 25 شخصا.", [(25, 25, "killed")]),
        ("قالت الشرطة إن مسلحين قتلوا أحد عشر شخصا.", [(11, 11, "killed")]),
        ("قتل وأصيب 40 شخصا.", [(40, 40, "casualty")]),
        ("قضى 22 شخصا نحبهم.", [(22, 22, "killed")]),
        ("مقتل أب وأم وثلاثة من أطفالهم.", [(1, 1, "killed"), (1, 1, "killed"), (3, 3, "killed")]),
        ("خلفت المعارك أربعة آلاف وخمسمئة قتيل.", [(4500, 4500, "killed")]),
        ("قتلت أم وبناتها الثلاث.", [(1, 1, "killed"), (3, 3, "killed")]),
        ("تسعون عاملا بين قتيل ومصاب في المنجم.", [(90, 90, "casualty")]),
        ("فقدت ثلاث طالبات حياتهن في الحافلة.", [(3, 3, "killed")]),
        ("فقد ثلاثة بحارة في العاصفة.", [(3, 3, "missing")]),
        ("أعدم المسلحون شنقا ستة رهائن.", [(6, 6, "killed")]),
        ("ارتفع عدد القتلى إلى 31 والمصابين إلى 48 بحسب الشرطة.", [(31, 31, "killed"), (48, 48, "injured")]),
        ("سقوط قتيل وخمسة جرحى في الجسر.", [(1, 1, "killed"), (5, 5, "injured")]),
        ("قضى ما لا يقل عن ثمانين شخصا في الزلزال.", [(80, None, "killed")]),
        ("ارتفاع حصيلة القصف إلى 44 قتيلا إثر وفاة مسن.", [(44, 44, "killed")]),
        ("ماتت عجوز من الجوع.", [(1, 1, "killed")]),
        ("توأمان شقيقان قتلا في المنزل.", [(2, 2, "killed")]),
    ],
)
def test_a_construction_is_read_as_it_is_meant(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "قضى القاضي بسجن المتهم.",
        "هدد التنظيم بإعدام عشرة رهائن.",
        "قضت المحكمة بحبسه سنتين.",
        "نزح 3000 شخص من البلدة.",
    ],
)
def test_what_killed_nobody_counts_nobody(text):
    assert not [claim for claim in claims(text) if claim.outcome == "killed" and claim.standing == "asserted"]


def test_the_span_is_exact_in_eastern_digits():
    text = "استشهاد ٧ مواطنين وإصابة ١٢ آخرين."
    assert [text[one.locator.start : one.locator.end] for one in claims(text)] == ["٧", "١٢"]
