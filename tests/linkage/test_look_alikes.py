"""Names that look alike and are not one name: with everything else equal, no pair is joined or comes up for review."""

import pytest

from recount.linkage import link
from recount.linkage.settings import LinkageSettings
from recount.model.codes import Sex
from tests.linkage.people import a_city, a_record, pair_of

ARABIC = [
    ("حسن", "حسين"), ("محمد", "محمود"), ("أحمد", "حامد"), ("علي", "علاء"), ("سالم", "سلام"), ("سلمى", "سالمة"),
    ("نور", "نورا"),
    ("سمير", "سميرة"), ("أمينة", "آمنة"), ("كريم", "كريمة"), ("جميل", "جمال"), ("رشا", "رشيد"),
    ("صالح", "صلاح"), ("خالد", "خلود"), ("ماجد", "مجيد"), ("حمد", "حميد"), ("زينب", "زينة"), ("عمر", "عمار"),
]  # fmt: skip
LATIN = [
    ("Hasan", "Hussein"), ("Muhammad", "Mahmud"), ("Ahmad", "Hamid"), ("Ali", "Alaa"), ("Salim", "Salam"),
    ("Salim", "Salma"), ("Nur", "Nura"), ("Samir", "Samira"), ("Amina", "Amna"), ("Karim", "Karima"),
    ("Jamil", "Jamal"),
    ("Salih", "Salah"), ("Khalid", "Khulud"), ("Majid", "Majida"), ("Omar", "Ammar"),
]  # fmt: skip
ACROSS = [("حسن", "Hussein"), ("محمود", "Muhammad"), ("أحمد", "Hamid"), ("علي", "Alaa"), ("سمير", "Samira"),
          ("نور", "Nura"), ("أمينة", "Amna"), ("كريم", "Karima"), ("سالم", "Salma"),
          ("صالح", "Salah"), ("عمر", "Ammar"), ("جمال", "Jamil")]  # fmt: skip


def beside_a_city(one: str, other: str, rest: tuple[str, str]) -> float:
    """The probability that two entries are one person, which differ in the given name alone."""
    records, _ = a_city(400)
    pair = [
        a_record("x1", f"{one} {rest[0]}", "morgue", 30, sex=Sex.MALE),
        a_record("x2", f"{other} {rest[1]}", "names", 30, sex=Sex.MALE),
    ]
    found = pair_of(link([*records, *pair]).pairs, "x1", "x2")
    return 0.0 if found is None else found.probability


@pytest.mark.parametrize(
    ("pairs", "rest"),
    [
        (ARABIC, ("طارق نبيل الزبيدي", "طارق نبيل الزبيدي")),
        (LATIN, ("Tariq Nabil Zubaidi", "Tariq Nabil Zubaidi")),
        (ACROSS, ("طارق نبيل الزبيدي", "Tariq Nabil Zubaidi")),
    ],
)
def test_look_alikes_with_all_else_equal_do_not_even_come_up_for_review(pairs, rest):
    likely = {pair: beside_a_city(*pair, rest) for pair in pairs}
    assert {pair: p for pair, p in likely.items() if p >= LinkageSettings().review} == {}
