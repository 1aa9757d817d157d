"""Names taken apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.language import names
from recount.language.names import Role, parse


def words(text: str) -> list[str]:
    return [part.word for part in parse(text).parts]


def roles(text: str) -> list[Role]:
    return [part.role for part in parse(text).parts]


def test_four_parts_are_given_father_grandfather_family():
    assert roles("سالم حسن علي الجبوري") == [Role.GIVEN, Role.FATHER, Role.GRANDFATHER, Role.FAMILY]


def test_of_two_parts_the_second_may_be_anybodys_and_is_called_family():
    assert roles("Salim al-Juburi") == [Role.GIVEN, Role.FAMILY]


@pytest.mark.parametrize(
    "text", ["عبد الرحمن سالم", "عبدالرحمن سالم", "Abd al-Rahman Salim", "Abdul Rahman Salim", "Abdurrahman Salim",
             "Abd Alrahman Salim", "Abderrahman Salim"],
)  # fmt: skip
def test_servant_of_is_one_part_however_it_is_spaced(text: str):
    assert words(text)[0] in ("عبدرحمن", "abdrahman")
    assert len(words(text)) == 2


def test_abdallah_is_one_part_in_both_scripts():
    assert words("عبد الله حسن") == ["عبدله", "حسن"]
    assert words("Abd Allah Hasan")[0] == words("Abdullah Hasan")[0] == "abdlah"


def test_of_the_faith_is_one_part_in_both_scripts():
    assert words("صلاح الدين نبيل") == ["صلاحدين", "نبيل"]
    assert words("Salah al-Din Nabil")[0] == words("Salaheddine Nabil")[0] == words("Salahuddin Nabil")[0]


def test_the_article_and_bin_are_no_parts():
    assert words("Salim bin Hasan el-Jubouri") == words("Salim Hasan Aljubouri") == ["salim", "hasan", "jubouri"]


def test_a_kunya_names_somebody_else_and_stands_apart():
    name = parse("أبو علي سالم حسن")
    assert name.kunya == "أبو علي"
    assert [part.word for part in name.parts] == ["سالم", "حسن"]


def test_a_family_name_with_abu_is_one_part():
    assert words("سالم حسن أبو شعر") == ["سالم", "حسن", "ابوشعر"]
    assert words("Salim Hasan Abu Shaar") == ["salim", "hasan", "abushaar"]


def test_a_name_may_begin_with_ben():
    assert not parse("Ben Marlow").unnamed
    assert not parse("B. Marlow").unnamed


@pytest.mark.parametrize("text", ["ابنة سالم حسن الجبوري", "طفل سالم حسن الجبوري", "Baby of Salim Hasan al-Juburi"])
def test_an_unnamed_infant_begins_with_its_father(text: str):
    name = parse(text)
    assert name.unnamed
    assert name.parts[0].role is Role.FATHER


def test_walid_is_a_name_although_it_means_newborn():
    assert words("وليد حسن الدباغ")[0] == "وليد"


def test_french_c_is_an_s():
    assert words("François Çelik") == ["fransois", "selik"]


@pytest.mark.parametrize("text", ["مجهول الهوية", "جثة مجهولة", "Unknown", "unidentified male", "", "  ", "17", "؟؟؟"])
def test_what_says_that_no_name_is_known_is_no_name(text: str):
    assert parse(text).parts == ()


def test_titles_are_left_out_before_a_name_but_a_family_may_be_called_so():
    assert words("الشهيد سالم حسن") == ["سالم", "حسن"]
    assert words("Salim Hasan El Hajj")[-1] == "hajj"


@given(st.text(max_size=600))
def test_any_text_can_be_read(text: str):
    name = parse(text)
    assert len(name.parts) <= 8
    assert all(part.word and len(part.word) <= 130 for part in name.parts)


@given(st.lists(st.sampled_from(["سالم", "حسن", "عبد", "الرحمن", "أبو", "علي", "الدين", "نور", "ال"]), max_size=7))
def test_parts_are_what_was_written_in_order(chosen: list[str]):
    text = " ".join(chosen)
    name = parse(text)
    remaining = text
    for part in name.parts:
        assert part.text in remaining
        remaining = remaining[remaining.index(part.text) + len(part.text) :]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("الأستاذ الدكتور سالم حسن علي", ["سالم", "حسن", "علي"]),
        ("أبو علي الشهيد سالم حسن علي", ["سالم", "حسن", "علي"]),
        ("م. سالم حسن علي", ["سالم", "حسن", "علي"]),
        ("الطفل سالم حسن", ["سالم", "حسن"]),
        ("Dr. Haj Salim Hasan", ["salim", "hasan"]),
        ("Child Salim Hasan", ["salim", "hasan"]),
    ],
)
def test_any_number_of_titles_and_a_kunya_between_them_are_left_out(text: str, found: list[str]):
    assert words(text) == found
    assert not parse(text).unnamed


@pytest.mark.parametrize(
    "text", ["سالم حسن علي (أبو نور)", "سالم حسن علي - نازح", "سالم حسن علي (طفل", "سالم حسن علي [صحفي]"]
)
def test_notes_in_brackets_or_behind_a_dash_are_no_part_of_a_name(text: str):
    assert words(text) == ["سالم", "حسن", "علي"]


@pytest.mark.parametrize(
    "text", ["عد الكريم حسن", "بعد الكريم حسن", "عبدالكريم حسن", "عبد الكريم حسن", "لعبد الكريم حسن"]
)
def test_a_mistyped_servant_is_known_by_whom_he_serves(text: str):
    assert words(text) == ["عبدكريم", "حسن"]


def test_eid_al_karim_is_no_servant():
    assert words("عيد الكريم حسن") == ["عيد", "كريم", "حسن"]


def test_behind_a_mothers_kunya_and_one_name_the_given_name_is_not_told():
    assert roles("أم نور الجبوري") == roles("Umm Nur al-Juburi") == [Role.FAMILY]


def test_abu_bakr_and_umm_kulthum_are_given_names():
    assert words("أبو بكر سالم حسن علي")[0] == "ابوبكر"
    assert words("Umm Kulthum Hasan Ali") != ["hasan", "ali"]


@pytest.mark.parametrize(
    ("sorani", "arabic"),
    [("ئەحمەد", "أحمد"), ("محەمەد", "محمد"), ("عومەر", "عمر"), ("حەسەن", "حسن"), ("مستەفا", "مصطفى")],
)
def test_sorani_spells_short_vowels_and_arabic_leaves_them_out(sorani: str, arabic: str):
    assert words(f"{sorani} سالم") == words(f"{arabic} سالم")


def test_persian_letters_are_arabic_ones():
    assert words("علی کاظمی") == words("علي كاظمي")


def test_digits_of_chat_are_letters():
    assert words("Mo7ammad 5alid") == ["mohammad", "khalid"]


WORDS = (
    "محمد", "احمد", "الجبوري", "اطلويل", "عبد", "الله", "عيد", "ابو", "ام", "بن", "ابن", "الدين", "صلاح", "ال", "الحاج",
    "د", "طفل", "مجهول", "عبدالرحمن", "muhammad", "Al-Jubouri", "al", "abd", "abdul", "rahman", "Nur", "eddine", "ben",
    "abu", "baby", "of", "Dr.", "unknown", "eljubouri", "x", "O'Neil", "12", "3ali", "كاوە", "ئەحمەد",
)  # fmt: skip


@given(texts=st.lists(st.sampled_from(WORDS), max_size=7))
@settings(max_examples=300)
def test_names_of_plain_words_are_taken_apart_as_those_that_need_care(texts: list[str]):
    name = parse(" ".join(texts))
    words = [word[: names._LONGEST] for word in names._WORDS.findall(" ".join(texts))]
    assert name == names._with_care(words, name.script)
