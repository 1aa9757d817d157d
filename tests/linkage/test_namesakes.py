"""Sex beside the given name."""

from dataclasses import replace

from recount.linkage import link
from recount.model.codes import Sex
from tests.linkage.people import GIVEN, a_city, a_record, pair_of

WOMEN = {spelling for names in GIVEN[::2] for spelling in names}


def a_town():
    """A register and a list of men and women, each name of one sex."""
    records, _ = a_city(400)
    given = [record.names[0].text.split()[0] for record in records]
    return [
        replace(one, sex=Sex.FEMALE if name in WOMEN else Sex.MALE) for one, name in zip(records, given, strict=True)
    ]


def sex_of(pair):
    return next(weight.bits for weight in pair.weights if weight.comparison.startswith("sex"))


def test_sex_says_less_where_the_given_name_tells_it_already():
    told = {"day": "2020-03-17", "official_id": "77"}
    pair = [
        a_record("one", "سالم قرقوش طنبور الزغير", "morgue", 44, sex=Sex.MALE, **told),
        a_record("two", "سالم قرقوش طنبور الزغير", "names", 44, sex=Sex.FEMALE, **told),
        a_record("three", "ناظم قرقوش صفدي الزغير", "morgue", 12, sex=Sex.MALE, **told),
        a_record("four", "ناظم قرقوش صفدي الزغير", "names", 12, sex=Sex.MALE, **told),
    ]
    found = link([*a_town(), *pair]).pairs
    assert -4.0 < sex_of(pair_of(found, "one", "two")) < -1.0
    assert 0.0 <= sex_of(pair_of(found, "three", "four")) < 0.3
