"""Versions of a list: what was added, removed, restored and changed; every person is invented."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from recount.assessment import list_versions
from recount.model.assertions import Record, Script, WrittenName
from recount.model.codes import Sex
from recount.model.evidence import Document
from recount.model.versions import Turn, VersionStep
from tests.cases.small import CASE, PLACES
from tests.making import a_record

MAY, JUNE, JULY = "2024-05", "2024-06", "2024-07"


def an_entry(version: str, key: str | None, name: str = "Person One", **said: object) -> Record:
    """One entry of a version, told apart from others by everything it says."""
    names = (WrittenName(name, Script.LATIN),) if name else ()
    given_: dict[str, object] = {"names": names, "birth_year": 1980, "official_id": key, **said}
    mark = f"{version}-{key}-{name}-{sorted((k, str(v)) for k, v in said.items())}"
    return a_record(mark, "ministry", list_version=version, **given_)


def the_step(*records: Record) -> VersionStep:
    (step,) = list_versions(records)
    return step


def test_entries_are_followed_by_their_official_id():
    step = the_step(
        an_entry(MAY, "1"),
        an_entry(MAY, "2", "Person Two"),
        an_entry(JUNE, "2", "Person Two"),
        an_entry(JUNE, "3", "C"),
    )

    assert (step.source, step.before, step.after, step.entries, step.kept) == ("ministry", MAY, JUNE, 2, 1)
    assert [(change.turn, change.key) for change in step.changes] == [(Turn.ADDED, "3"), (Turn.REMOVED, "1")]


def test_a_changed_entry_says_what_it_was_and_what_it_is():
    step = the_step(an_entry(MAY, "1", sex=Sex.MALE), an_entry(JUNE, "1", "Person Onne", sex=Sex.FEMALE))

    (changed,) = step.changes
    assert changed.turn is Turn.CHANGED
    assert changed.fields == (("names", "Person One", "Person Onne"), ("sex", "male", "female"))
    assert step.kept == 1


def test_a_corrected_birthday_is_a_change():
    step = the_step(an_entry(MAY, "1", birth_date=date(1980, 1, 2)), an_entry(JUNE, "1", birth_date=date(1980, 2, 1)))

    assert step.changes[0].fields == (("birth_date", "1980-01-02", "1980-02-01"),)


def test_what_comes_back_is_restored_and_not_added():
    first, second = list_versions(
        [
            an_entry(MAY, "1"),
            an_entry(MAY, "2", "B"),
            an_entry(JUNE, "2", "B"),
            an_entry(JULY, "1"),
            an_entry(JULY, "2", "B"),
        ]
    )

    assert [change.turn for change in first.changes] == [Turn.REMOVED]
    (restored,) = second.changes
    assert (restored.turn, restored.key, restored.last_seen) == (Turn.RESTORED, "1", MAY)


def test_a_corrected_id_is_a_change_and_nobody_is_added():
    step = the_step(an_entry(MAY, "100"), an_entry(JUNE, "101"))

    (changed,) = step.changes
    assert changed.fields == (("official_id", "100", "101"),)


def test_two_people_who_cannot_be_told_apart_are_no_corrected_id():
    step = the_step(an_entry(MAY, "1"), an_entry(JUNE, "2"), an_entry(JUNE, "3"))

    assert [change.turn for change in step.changes] == [Turn.ADDED, Turn.ADDED, Turn.REMOVED]


def test_entries_without_an_id_are_followed_by_what_they_say():
    step = the_step(an_entry(MAY, None), an_entry(JUNE, None), an_entry(JUNE, None, ""))

    assert [(change.turn, change.key) for change in step.changes] == [(Turn.ADDED, "")]
    assert step.kept == 1


def test_one_id_on_two_people_is_told_and_follows_nobody():
    step = the_step(an_entry(MAY, "1"), an_entry(JUNE, "1"), an_entry(JUNE, "1", "Somebody Else", birth_year=1999))

    (added, doubled) = step.changes
    assert (added.turn, added.key) == (Turn.ADDED, "")
    assert (doubled.turn, doubled.key, len(doubled.after)) == (Turn.DOUBLED, "1", 2)


def test_versions_come_in_the_order_of_their_days_where_these_are_known():
    documents = [
        Document(f"d-{name}", "ministry", f"{name}.csv", "0" * 64, 1, "text/csv", received=day, version=name)
        for name, day in (("final", date(2024, 5, 1)), ("corrected", date(2024, 6, 1)))
    ]
    records = [an_entry("final", "1"), an_entry("corrected", "2", "B")]

    assert list_versions(records, documents)[0].after == "corrected"
    assert list_versions(records)[0].after == "final"


def test_numbers_in_the_names_of_versions_count_as_numbers():
    steps = list_versions([an_entry(f"version {n}", "1") for n in (10, 9, 1)])

    assert [(step.before, step.after) for step in steps] == [("version 1", "version 9"), ("version 9", "version 10")]


def test_lists_of_one_version_or_of_none_have_no_steps():
    assert list_versions([an_entry(MAY, "1"), a_record("other")]) == ()


_ENTRIES = st.lists(
    st.builds(
        an_entry,
        st.sampled_from([MAY, JUNE, JULY]),
        st.sampled_from([None, "1", "2", "3"]),
        st.sampled_from(["Person One", "Person Two", ""]),
        birth_year=st.sampled_from([None, 1980, 1990]),
    ),
    max_size=14,
)


@given(_ENTRIES)
def test_every_entry_of_both_versions_is_accounted_for_once(records):
    records = [Record(**{**_said(one), "id": f"r-{n}"}) for n, one in enumerate(records)]
    sizes = {version: sum(one.list_version == version for one in records) for version in (MAY, JUNE, JULY)}
    for step in list_versions(records):
        assert sizes[step.before] == step.kept + len(step.of(Turn.REMOVED))
        assert sizes[step.after] == step.kept + len(step.of(Turn.ADDED)) + len(step.of(Turn.RESTORED)) == step.entries


@given(_ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_the_records_is_immaterial(records, chance):
    records = list({one.id: one for one in records}.values())
    shuffled = chance.sample(records, len(records))
    assert list_versions(shuffled) == list_versions(records)


@given(_ENTRIES)
def test_a_version_released_again_unchanged_changes_nothing(records):
    first = [one for one in {one.id: one for one in records}.values() if one.list_version == MAY]
    again = [Record(**{**_said(one), "id": f"{one.id}-again", "list_version": JUNE}) for one in first]
    assert all(change.turn is Turn.DOUBLED for step in list_versions([*first, *again]) for change in step.changes)


def _said(record: Record) -> dict[str, object]:
    return {field: getattr(record, field) for field in Record.__slots__}


def test_versions_of_a_file_are_followed_from_its_rows(tmp_path: Path):
    import recount as rc

    root, source = tmp_path, tmp_path / "sources" / "ministry"
    (source / "documents").mkdir(parents=True)
    (root / "recount.toml").write_text(CASE, "utf-8")
    (root / "places.csv").write_text(PLACES, "utf-8")
    files = {"2024-05": "1,Person One,m\n2,Person Two,f\n", "2024-06": "2,Person Twoo,f\n3,Person Three,m\n"}
    toml = 'name = "A ministry"\nkind = "civil register"\n[table]\nlayout = "persons-with-ids"\n'
    for version, rows in files.items():
        (source / "documents" / f"{version}.csv").write_text(f"id,en_name,sex\n{rows}", "utf-8")
        toml += f'[[document]]\nfile = "documents/{version}.csv"\nversion = "{version}"\n'
    (source / "source.toml").write_text(toml, "utf-8")

    (step,) = list_versions(rc.records(rc.extract(rc.ingest(root))))
    assert [(change.turn, change.key) for change in step.changes] == [
        (Turn.ADDED, "3"),
        (Turn.REMOVED, "1"),
        (Turn.CHANGED, "2"),
    ]
