"""Arabic letters made comparable."""

from hypothesis import given
from hypothesis import strategies as st

from recount.language.arabic import LETTERS, fold, plain_compound, western_digits, without_article
from recount.language.scripts import script_of, visible
from recount.model.assertions import Script

ARABIC = st.text(st.characters(min_codepoint=0x0600, max_codepoint=0x06FF), max_size=30)


def test_spellings_that_clerks_mix_fold_to_one():
    assert fold("أحمد") == fold("احمد") == fold("إحمد")
    assert fold("فاطمة") == fold("فاطمه")
    assert fold("مصطفى") == fold("مصطفي") == fold("مصطفی")
    assert fold("مُحَمَّد") == fold("محمد") == fold("محـــمد")


def test_persian_and_sorani_letters_become_their_arabic_neighbours():
    assert fold("کاوە") == fold("كاوه")
    assert fold("گلالە")[0] == "ك"


def test_presentation_forms_out_of_a_pdf_are_opened():
    assert fold("\ufee3\ufea4\ufee4\ufeaa") == "محمد"
    assert fold("\ufdf2") == "الله"


@given(ARABIC)
def test_folding_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)


def test_the_article_is_left_out_only_where_a_name_remains():
    assert without_article("الجبوري") == "جبوري"
    assert without_article("الي") == "الي"
    assert without_article("الهام") == "الهام"


def test_the_article_inside_a_compound_is_left_out_whatever_order_its_letters_were_typed_in():
    assert plain_compound("عبدالرحمن") == "عبدرحمن"
    assert plain_compound("عدبالرحمن") == "عدبرحمن"
    assert plain_compound("صلاحالدين") == "صلاحدين"
    assert plain_compound("محمد") == "محمد"


def test_a_slip_in_a_compound_leaves_the_rest_of_it_as_it_is():
    assert plain_compound("غبدالستار") == "غبدستار"
    assert plain_compound("تعبدالكريم") == "تعبدكريم"
    assert plain_compound("شمسالدي") == "شمسدي"
    assert [plain_compound(word) for word in ("عيدالكريم", "طالب", "شمالي")] == ["عيدالكريم", "طالب", "شمالي"]


def test_eastern_digits_are_read():
    assert western_digits("٢٠١٧-٠٣-١٧") == western_digits("۲۰۱۷-۰۳-۱۷") == "2017-03-17"


def test_invisible_marks_part_no_names():
    assert visible("مح\u200cمد \u200fعلي\ufeff") == "محمد علي"


def test_the_script_is_that_of_most_letters():
    assert script_of("محمد (Muh.)") is Script.ARABIC
    assert script_of("Šaʿbān") is Script.LATIN
    assert script_of("17") is Script.OTHER


def test_there_are_twenty_eight_letters():
    assert len(set(LETTERS)) == 28
