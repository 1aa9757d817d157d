"""People told without a plain number and verb: kin in lists, bodies, idioms of injury, nouns that count for a comma."""

import pytest

from recount.extraction.general import general
from tests.extraction.reading import claims
from tests.extraction.test_incident_texts import sums


def exact(text):
    """The killed and injured of the first event as plain numbers, None where nothing or no exact number is told."""
    return tuple(None if each is None or not each.exact else each.low for each in sums(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bodies of a baker, his mother and their three lodgers were dug out.", (5, None)),
        ("Villagers found the bodies of a man, 61, and his six-year-old grandson.", (2, None)),
        ("The victims were named as Selim Karo, his wife Dalia Karo, and their two sons.", (4, None)),
        ("Among the dead were Selim Karo, his sister Dalia and a nephew.", (3, None)),
        ("The gang confessed to the murder of trader Selim Karo and his clerk, who were shot in May.", (2, None)),
        ("Of nine kidnapped miners, two were murdered.", (2, None)),
        ("The dead, nine in all, were carried to the mosque.", (9, None)),
    ],
)
def test_kin_and_companions_count_beside_whoever_is_named(text, expected):
    assert exact(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four pupils sustained various degrees of injuries.", (None, 4)),
        ("A fruit seller suffered non life threatening wounds.", (None, 1)),
        ("A shell killed two people, with a doctor putting the injured at 11.", (2, 11)),
        ("There were eight casualties, all wounded.", (None, 8)),
        ("A shell killed two people. It is not clear how many people were wounded.", (2, None)),
    ],
)
def test_injuries_are_told_in_many_words(text, expected):
    assert exact(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two rangers drowned and the third was found wounded.", (2, 1)),
        ("The toll, given as 17 at first, has been corrected to 21.", (21, None)),
        ("A cook was hit by a stray bullet. She died on the way to the clinic.", (1, None)),
        ("Two clerks who were waiting for a bus and a sergeant were wounded.", (None, 3)),
        ("The number of the victims rose to 12, the wounded are 31.", (12, 31)),
        ("Lena Farkas was hit in the neck. Farkas died an hour later.", (1, None)),
        ("No life was lost.", (0, None)),
        ("Two farmers were treated for minor burns.", (None, 2)),
        ("In Ordu district three shepherds were killed.", (3, None)),
        ("A mine went off in Ordu district. Three shepherds were killed.", (3, None)),
        ("Gunmen beheaded four drivers whom they had seized two days earlier.", (4, None)),
        ("A charge killed two people. One of the dead is believed to be the man who laid it.", (2, None)),
        ("The wounded are nine. One of the dead was a nurse. Six people were killed.", (6, 9)),
        ("At least two people, a baker and his son, died.", (None, None)),
        ("At least one villager, a goatherd named as Idris Sol, died, and forty goats were killed.", (None, None)),
        ("The bodies of five clerks abducted last month were found in a well.", (5, None)),
        ("Six pickers were taken off a truck and shot at close range.", (6, None)),
        ("They mourn the death in custody of Idris Sol.", (1, None)),
        ("TWO MONKS, ONE OF THEM A FOREIGN CITIZEN, WERE KILLED.", (2, None)),
        ("The body of trader Selim Karo was found at dawn.", (1, None)),
        ("Rebels murdered the mayor of Ordu, the justice of the peace, and a merchant.", (3, None)),
        ("The head of the depot, Selim Karo, laid down his life.", (1, None)),
        ("Apart from the bomber, two guards died.", (3, None)),
        ("Seven people died and injuries were put at 20. Among the injured, two were in serious condition.", (7, 20)),
        ("Three severed heads were left at a crossroads.", (3, None)),
        ("Two clerks were killed. Both victims had been stabbed.", (2, None)),
        ("Four officers were taken to hospital.", (None, 4)),
        ("In memory of our colleagues killed in May: Lena Farkas, surgeon; Tomas Irie, nurse.", (2, None)),
    ],
)
def test_counts_that_go_on_from_what_was_told_before(text, expected):
    assert exact(text) == expected


def test_a_party_that_denies_a_claim_leaves_it_with_whoever_made_it():
    told = sums("Nine rebels were killed, an army spokesman said, a claim the rebels denied.")
    assert told[0].low == 9


def test_parts_of_the_dead_are_no_parts_of_the_attackers_shot_afterwards():
    found = claims(
        "Gunmen killed 19 guests before guards shot the four attackers dead. Among the dead were two Italians."
    )
    assert found[-1].part_of == found[0].id


@pytest.mark.parametrize(
    "text",
    [
        "A strike killed two people in a yard. Residents blamed Turkey.",
        "A strike killed two people in a yard. Turkey denied it.",
        "A strike on a yard killed a couple from Turkey.",
    ],
)
def test_a_country_that_acts_or_that_somebody_comes_from_is_no_place_of_a_death(text):
    assert all(claim.place is None for claim in claims(text, theatre=general()))


def test_a_country_after_a_preposition_is_the_place_of_a_death():
    (claim,) = claims("A strike in Turkey killed two people.", theatre=general())
    assert claim.place is not None
    assert claim.place.id == "turkey"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A tailor and father of two was killed.", (1, None)),
        ("Three workers of Radio Delta, a presenter and two drivers, were killed.", (3, None)),
        ("In the raid were killed 11 persons.", (11, None)),
        ("A mine killed one sergeant and wounded two.", (1, 2)),
        ("A family was killed - a father, a mother and two girls - in Ordu.", (4, None)),
        ("Corpses of father and son found in a ditch.", (2, None)),
        ("The daughter of the consul to Ordu was hurt.", (None, 1)),
        ("Three members of a family, the father, the mother and a girl, died.", (3, None)),
        ("Five remain in hospital, two with severe injuries.", (None, 5)),
        ("A crash led to the death of 31-year-old Idris Sol.", (1, None)),
        ("A 60-year-old man sustained minor head injuries.", (None, 1)),
        ("Officials raised to 19 the number of dead.", (19, None)),
        ("Six guards, in addition to the bomber, were killed.", (7, None)),
        ("Five people died - three from the Karo family and two from the Sol family - in Ordu.", (5, None)),
        ("Two citizens, father and daughter, were martyred.", (2, None)),
        ("The number of dead from the raid on the depot grew to four, nine persons are hospitalised.", (4, 9)),
        ("The corporal fell in combat; one more is in intensive care.", (1, 1)),
        ("Rockets killed a cook. The hall was last hit in August, when a shell killed two gardeners.", (1, None)),
    ],
)
def test_one_person_told_in_many_words_is_one(text, expected):
    assert exact(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raider killed himself and four guards.", (5, None)),
        ("The man shot two clerks dead and then killed himself.", (3, None)),
        ("A sergeant killed three recruits before he turned his rifle on himself.", (4, None)),
        ("The guards turned their rifles on the crowd, killing two.", (2, None)),
        ("The owner and two tenants were killed.", (3, None)),
        ("The shell killed the landlord, his wife and their two children.", (4, None)),
    ],
)
def test_who_dies_by_his_own_hand_is_one_of_the_dead_and_so_is_whoever_a_trade_names(text, expected):
    assert exact(text) == expected
