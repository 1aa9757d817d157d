"""The written forms of Arabic nouns and verbs."""

import pytest

from recount.language.inflection import noun_forms, verb_forms
from recount.language.lexicon import lexicon
from recount.language.tokens import key


@pytest.mark.parametrize(
    ("form", "population", "number"),
    [
        ("طفليها", "children", "dual"),
        ("زوجته", "women", "single"),
        ("مدنيان", "civilians", "dual"),
        ("مدنيين", "civilians", "plural"),
        ("الجنديين", "fighters", "dual"),
        ("رجلا", "men", "single"),
        ("مسعفون", "civilians", "plural"),
        ("فتيات", "women", "plural"),
        ("شقيقهما", "men", "single"),
    ],
)
def test_a_form_says_how_many_without_a_number(form, population, number):
    marks = {name: means for keys, name, means in lexicon("ar").table[key(form)] if keys == (key(form),)}
    assert (marks["heads"][1], marks["heads"][-1]) == (population, number)


def test_the_oblique_form_of_a_regular_plural_is_no_dual():
    forms = noun_forms("مدني", "ون")
    assert "مدنيين" in forms["plural"]
    assert "مدنيين" not in forms["dual"]


def test_a_verb_before_its_people_is_singular_and_agrees_after_them():
    forms = verb_forms("قتل", "يقتل")
    assert {"قتل", "قتلت", "يقتل", "تقتل"} == set(forms["gerund"])
    assert {"قتلوا", "قتلا", "يقتلون"} <= set(forms["intransitive"])
