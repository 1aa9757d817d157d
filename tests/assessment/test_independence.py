"""Who repeats whom: copies, rewrites and common speakers; support is counted by origin."""

from dataclasses import replace
from datetime import date

from recount.assessment.independence import derivations, origins
from recount.assessment.independence_days import as_first_printed
from recount.extraction.reports import assertions_in
from recount.extraction.settings import ExtractionSettings
from recount.language.roster import roster
from recount.model.codes import SourceKind
from recount.model.evidence import Document, Source
from tests.extraction.reading import THEATRE

STORY = (
    "Between 9,000 and 11,000 people were killed in the nine-month battle to retake the city of Zaytara, a long "
    "inquiry of Harbour Wire has found. Reporters went through the books of the morgue and of two hospitals over "
    "several weeks, and compared what they found there with the lists that volunteers keep in the old quarter."
)
REWRITE = (
    "Harbour Wire says in its inquiry that the fight for the town took the lives of 9,000 to 11,000 civilians, a sum "
    "that officials have so far kept silent about."
)
OTHER = (
    "The town council met on Monday to speak of bread. "
    "At least 14 people were killed in al-Rahba by a mine, residents said."
)


def report(name, text, day, credit=()):
    return Document(
        f"d-{name}",
        name,
        f"{name}.txt",
        "0" * 64,
        len(text),
        "text/plain",
        published=date(2019, 7, day),
        publisher=name,
        text=text,
        credit=credit,
    )


def read(*documents):
    found = []
    for document in documents:
        source = Source(document.source, document.publisher, SourceKind.NEWS)
        found += assertions_in(document, source, THEATRE, ExtractionSettings()).claims
    return tuple(found)


def test_a_copy_is_no_second_voice():
    first, copy = report("Harbour Wire", STORY, 1), report("Delta Post", STORY[:240] + " has found.", 2)
    claims = read(first, copy)
    (derivation,) = derivations(claims, (copy, first))
    assert derivation.kind == "copy"
    assert len(origins(claims, derivations(claims, (copy, first)))) == 1


def test_a_rewrite_of_a_credited_report_is_no_second_voice_though_it_changed_the_population():
    first, later = report("Harbour Wire", STORY, 1), report("Delta Post", REWRITE, 1, ("Harbour Wire",))
    claims = read(first, later)
    (derivation,) = derivations(claims, (later, first))
    assert derivation.kind == "derived"
    assert derivation.origin == claims[0].id
    assert len(origins(claims, (derivation,))) == 1


def test_reports_with_figures_of_their_own_stay_apart():
    first, other = report("Harbour Wire", STORY, 1), report("Radio Nahr", OTHER, 2)
    claims = read(first, other)
    assert derivations(claims, (first, other)) == ()
    assert len(origins(claims, ())) == len(claims) == 2


def test_one_speaker_in_two_reports_is_one_voice():
    said = "“Thousands died,” said Amal Haddad, head of the monitor, in {}."
    a, b = (
        report("Harbour Wire", said.format("a hall of the port"), 1),
        report("Radio Nahr", said.format("the north"), 2),
    )
    claims = read(a, b)
    (derivation,) = derivations(claims, (a, b))
    assert derivation.kind == "speaker"


def test_a_headline_and_its_body_are_one_account():
    text = "At least 14 people killed in al-Rahba\n\nAt least 14 people were killed in al-Rahba, residents said."
    claims = read(report("Harbour Wire", text, 1))
    assert len(claims) == 2
    assert len(origins(claims, derivations(claims, ()))) == 1


def test_the_order_of_documents_and_claims_is_immaterial():
    reports = (report("Harbour Wire", STORY, 1), report("Delta Post", STORY, 2), report("Radio Nahr", OTHER, 2))
    claims = read(*reports)
    found = derivations(claims, reports)
    assert found == derivations(claims[::-1], reports[::-1])
    assert origins(claims, found) == origins(claims[::-1], found[::-1])


def test_every_claim_has_exactly_one_origin():
    reports = (report("Harbour Wire", STORY, 1), report("Delta Post", STORY, 2), report("Radio Nahr", OTHER, 2))
    claims = read(*reports)
    held = [claim for origin in origins(claims, derivations(claims, reports)) for claim in origin.claims]
    assert sorted(held) == sorted(claim.id for claim in claims)


def test_two_strikes_told_in_the_same_words_are_two_accounts():
    told = "A shell hit a queue for bread in {place} on {day} May 2019 and killed 12 people, rescuers told this paper."
    first = report("Harbour Wire", told.format(place="al-Rahba", day=3), 4)
    other = report("Delta Post", told.format(place="al-Rahba", day=19), 20)
    claims = read(first, other)
    assert len(claims) == 2
    assert derivations(claims, (first, other)) == ()


def test_a_reprint_a_week_later_is_of_the_same_event():
    told = STORY.replace("nine-month battle to retake the city of Zaytara", "shelling of Zaytara on Tuesday")
    first, copy = report("Harbour Wire", told, 3), report("Delta Post", told, 11)
    claims = read(first, copy)
    found = derivations(claims, (first, copy))
    assert [one.kind for one in found] == ["copy"]
    assert claims[0].period != claims[1].period
    one, other = as_first_printed(claims, found)
    assert one.period == other.period == claims[0].period


def test_the_dead_who_became_casualties_are_the_same_people():
    first = report("Harbour Wire", STORY, 1)
    copy = report("Delta Post", STORY.replace("people were killed", "casualties were caused"), 2)
    claims = read(first, copy)
    assert len({claim.outcome for claim in claims}) == 2
    (derivation,) = derivations(claims, (first, copy))
    assert (derivation.kind, derivation.origin) == ("copy", claims[0].id)


def test_a_figure_taken_from_another_paper_by_name_is_its_own_however_small_and_briefly_told():
    wire = "Nine people were killed in al-Rahba on 3 May 2019 when a shell hit a bakery, rescuers said."
    brief = "Nine civilians lost their lives in al-Rahba on 3 May 2019, Harbour Wire reported. Bread ran short."
    other = "The mayor asked for flour after nine people were killed in al-Rahba on 3 May 2019 by artillery."
    first, later, rival = (
        report("Harbour Wire", wire, 4),
        report("Delta Post", brief, 5),
        report("Radio Nahr", other, 5),
    )
    claims = read(first, later, rival)
    (derivation,) = derivations(claims, (first, later, rival))
    assert (derivation.kind, derivation.why) == ("derived", "taken from Harbour Wire")
    assert len(origins(claims, (derivation,))) == 2


def test_a_figure_taken_from_an_agency_in_another_language_begins_with_the_agency():
    wire = "Thirty-one people were killed in al-Rahba on 3 May 2019 when a shell hit a bakery, rescuers said."
    arabic = "قُتل ٣١ شخصاً في الرحبة في ٣ أيار ٢٠١٩ بقصف مدفعي، وفق تقرير نشرته وكالة هاربر واير."
    own = "نقلت صحيفة دلتا بوست أن حصيلة الرحبة في ٣ أيار ٢٠١٩ بلغت ٣١ قتيلاً بعد سقوط قذيفة على مخبز."
    first = report("Harbour Wire", wire, 4)
    after = replace(report("راديو النهر", arabic, 5), language="ar")
    rival = replace(report("صوت النهر", own, 5), language="ar")
    known = roster(
        [
            Source("Harbour Wire", "Harbour Wire", SourceKind.NEWS, name_ar="وكالة هاربر واير"),
            Source("Delta Post", "Delta Post", SourceKind.NEWS),
        ],
        (),
    )
    claims = read(first, after, rival)
    assert derivations(claims, (first, after, rival)) == ()
    (derivation,) = derivations(claims, (first, after, rival), known)
    told = {claim.id: claim.source for claim in claims}
    assert (told[derivation.claim], told[derivation.origin]) == ("راديو النهر", "Harbour Wire")
