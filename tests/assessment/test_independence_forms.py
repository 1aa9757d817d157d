"""Reports that fill in one form are no copies; a copy that was brought up to date still is."""

from itertools import combinations

import pytest

from recount.assessment.independence_kinds import kinships

WEEK = (
    "Our volunteers confirmed {killed} killings in the week that ended on {day}. {women} of the victims were women and "
    "{old} were over sixty.\n\nThe district of {district} was hit hardest. {own}\n\nA name is added to this bulletin "
    "when two people who knew the victim have spoken to us, and is taken out when a family asks for it."
)
WEEKS = (
    {
        "killed": "31",
        "women": "8",
        "old": "5",
        "day": "9 May",
        "district": "Old Mill",
        "own": "A van was ambushed there.",
    },
    {
        "killed": "17",
        "women": "3",
        "old": "7",
        "day": "16 May",
        "district": "Saltgate",
        "own": "Snipers hold the tower.",
    },
    {
        "killed": "44",
        "women": "12",
        "old": "9",
        "day": "23 May",
        "district": "The Weirs",
        "own": "A ferry was shelled.",
    },
)
BRIEF = (
    "Gunmen on {what} killed {n} {whom} and wounded {m} others in {where} on {day}, a duty officer said.\n\n{how}\n\n"
)
CLOSE = "Nobody has claimed the attack. Such raids have multiplied since the garrison was withdrawn to the coast."
WEEK_AR = (
    "أكد متطوعونا مقتل {killed} شخصا في الأسبوع المنتهي في {day}، وكانت {women} من الضحايا نساء.\n\n"
    "وكانت ضاحية {district} أشد المناطق تضررا. {own}\n\n"
    "يضاف الاسم إلى هذه النشرة حين يشهد لنا اثنان ممن عرفوا الضحية ويحذف إذا طلبت العائلة ذلك."
)
WEEKS_AR = (
    {"killed": "٣١", "women": "٨", "day": "٩ أيار", "district": "الطاحونة", "own": "فهناك نصب كمين لحافلة صغيرة."},
    {"killed": "١٧", "women": "٣", "day": "١٦ أيار", "district": "باب الملح", "own": "فالقناصة يسيطرون على البرج."},
)


def found(*texts: str) -> set[str]:
    kinds = kinships(texts)
    return {kinds[pair].kind for pair in combinations(range(len(texts)), 2) if pair in kinds}


@pytest.mark.parametrize(("form", "filled"), [(WEEK, WEEKS), (WEEK_AR, WEEKS_AR)], ids=["English", "Arabic"])
def test_the_weeks_of_one_bulletin_are_accounts_of_their_own(form: str, filled: tuple[dict[str, str], ...]):
    assert found(*(form.format(**one) for one in filled)) <= {"near"}


def test_briefs_of_two_attacks_in_the_same_words_are_two():
    one = BRIEF.format(
        what="motorcycles", n="six", whom="guards", m="11", where="Ras Tin", day="Sunday", how="They fired at a gate."
    )
    other = BRIEF.format(
        what="a pickup truck", n="two", whom="drivers", m="4", where="Wadi Lor", day="Friday", how="A shop was looted."
    )
    assert found(one + CLOSE, other + CLOSE) <= {"near"}


def test_a_copy_whose_numbers_were_brought_up_to_date_is_still_a_copy():
    first = WEEK.format(**WEEKS[0])
    assert found(first, first.replace("31", "33").replace("8 of", "9 of")) == {"copy"}
    assert found(first, "Late news\n\n" + first.replace("over sixty", "older than sixty").replace("31", "34")) == {
        "copy"
    }


def test_digits_of_another_script_are_the_same_numbers():
    first = WEEK_AR.format(**WEEKS_AR[0])
    assert found(first, first.translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))) == {"copy"}
