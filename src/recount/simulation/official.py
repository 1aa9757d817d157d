"""What the invented parties say of themselves: positions on incidents and on totals, and a dispute in parts."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from recount.simulation.chance import Chance
from recount.simulation.events import FLAGSHIP
from recount.simulation.listings import Listing
from recount.simulation.parties import COALITION, ESTERLAND, FRONT, GOVERNMENT, NORVIA, top
from recount.simulation.places import spots
from recount.simulation.recorder import Recorded
from recount.simulation.settings import SimulationSettings

POSITION_HEADER = (
    "code",
    "party",
    "position",
    "reason",
    "stage",
    "conceded_low",
    "conceded_high",
    "event_date",
    "place",
    "answers",
    "total",
    "stated",
    "supersedes",
    "words",
)
PROPOSITION_HEADER = ("incident", "says", "side", "claimant", "party", "stated", "words")
_REASONS = (
    "no strike in the area",
    "insufficient information",
    "insufficient evidence of civilian harm",
    "no strike in the area",
)
_ACCEPTED, _REFUSED, _DENIED, _OPEN = 0.14, 0.44, 0.48, 0.54


@dataclass(frozen=True, slots=True)
class Statement:
    """One position; `attack` is the true event it answers, empty for a total."""

    party: str
    position: str
    attack: str = ""
    reason: str = ""
    stage: str = ""
    conceded: tuple[int, int] | None = None
    event: date | None = None
    place: str = ""
    answers: str = ""
    total: bool = False
    stated: date | None = None
    supersedes: int | None = None
    words: str = ""


def statements(records: tuple[Recorded, ...], settings: SimulationSettings) -> tuple[Statement, ...]:
    """All positions in order; a `supersedes` is the place of the revised one in this order, from 0."""
    chance = Chance(settings.seed, "positions")
    said: list[Statement] = []
    for turn in range(settings.rounds):
        for record in records:
            said += _on_record(record, said, chance) if turn == 0 or record.attack.id != FLAGSHIP else []
    return (*said, *_totals(said, settings))


def _on_record(record: Recorded, said: list[Statement], chance: Chance) -> list[Statement]:
    if record.attack.id == FLAGSHIP:
        return _flagship(record, len(said))
    if COALITION in map(top, record.parties):
        answers = _on_incident(record, COALITION, chance)
        return [*answers, *_reversal(record, [*said, *answers], chance)]
    if GOVERNMENT in record.parties and chance.yes(0.15):
        return [_denial(record, GOVERNMENT, chance)]
    if FRONT in record.parties and chance.yes(0.04):
        return [_denial(record, FRONT, chance)]
    return []


def _on_incident(record: Recorded, party: str, chance: Chance) -> list[Statement]:
    mark = chance.unit()
    if mark >= _OPEN:
        return []
    if mark >= _DENIED:
        return [_stated(record, party, "open", chance, stage="initial assessment")]
    if mark >= _REFUSED:
        return [_denial(record, party, chance)]
    if mark >= _ACCEPTED:
        return [_stated(record, party, "non-credible", chance, reason=chance.pick(_REASONS), stage="assessment closed")]
    part = max(1, record.attack.size * chance.between(3, 9) // 10)
    partner = record.attack.party if top(record.attack.party) == COALITION else COALITION
    speaker = partner if chance.yes(0.4) else party
    accepted = _stated(record, speaker, "accepts", chance, stage="assessment closed", conceded=(part, part))
    if partner != ESTERLAND or chance.yes(0.5):
        return [accepted]
    widest = (max(0, part - 2), part + 3)
    return [accepted, _stated(record, ESTERLAND, "accepts", chance, stage="national inquiry", conceded=widest)]


def _reversal(record: Recorded, said: list[Statement], chance: Chance) -> list[Statement]:
    """Now and then an allegation that was found not credible is accepted a year later; the first position stays."""
    before = said[-1] if said else None
    if before is None or before.attack != record.attack.id or before.position != "non-credible" or chance.yes(0.92):
        return []
    part = max(1, record.attack.size * chance.between(2, 6) // 10)
    accepted = _stated(record, before.party, "accepts", chance, stage="reopened", conceded=(part, part))
    stated = before.stated + timedelta(days=chance.between(200, 400)) if before.stated is not None else None
    return [replace(accepted, stated=stated, supersedes=len(said) - 1)]


def _stated(
    record: Recorded,
    party: str,
    position: str,
    chance: Chance,
    *,
    reason: str = "",
    stage: str = "",
    conceded: tuple[int, int] | None = None,
) -> Statement:
    off = timedelta(days=chance.pick((-1, 1, 2))) if chance.yes(0.1) else timedelta()
    # Now and then the statement names the wrong year.
    event = record.noted.replace(year=record.noted.year - 1) if chance.yes(0.012) else record.noted + off
    return Statement(
        party=party,
        position=position,
        attack=record.attack.id,
        reason=reason,
        stage=stage,
        conceded=conceded,
        event=event,
        place=record.place,
        answers=record.code if chance.yes(0.75) else "",
        stated=record.noted + timedelta(days=chance.between(30, 420)),
        words=_words(position, conceded, reason),
    )


def _denial(record: Recorded, party: str, chance: Chance) -> Statement:
    return _stated(record, party, "denies", chance)


def _words(position: str, conceded: tuple[int, int] | None, reason: str) -> str:
    if position == "accepts" and conceded is not None:
        low, high = conceded
        number = str(low) if low == high else f"between {low} and {high}"
        return f"It is more likely than not that {number} civilians were unintentionally killed."
    if position == "non-credible":
        return f"The allegation was found not credible: {reason}."
    if position == "open":
        return "The allegation is still being looked into."
    return "No forces of ours were involved."


def _flagship(record: Recorded, before: int) -> list[Statement]:
    """The worst strike: first found not credible, conceded in part after an inquiry, its wall-charges disputed."""
    conceded = record.attack.size * 3 // 4
    first = Statement(
        party=COALITION,
        position="non-credible",
        attack=record.attack.id,
        reason="insufficient information",
        stage="initial assessment",
        event=record.noted,
        place=record.place,
        answers=record.code,
        stated=record.noted + timedelta(days=9),
        words="There is not enough information to say that civilians were harmed.",
    )
    second = Statement(
        party=COALITION,
        position="accepts",
        attack=record.attack.id,
        stage="inquiry",
        conceded=(conceded, conceded),
        event=record.noted,
        place=record.place,
        answers=record.code,
        stated=record.noted + timedelta(days=69),
        supersedes=before,
        words=f"The strike, and the collapse that followed, killed {conceded} civilians in the building.",
    )
    denial = Statement(
        party=GOVERNMENT,
        position="denies",
        attack=record.attack.id,
        event=record.noted,
        place=record.place,
        answers=record.code,
        stated=record.noted + timedelta(days=4),
        words="The house had been rigged by the enemy; it shows no sign of an airstrike.",
    )
    return [first, second, denial]


def _totals(said: list[Statement], settings: SimulationSettings) -> list[Statement]:
    after = settings.end + timedelta(days=150)
    revised = {one.supersedes for one in said}
    known: dict[str, int] = {}
    for place, one in enumerate(said):
        if one.conceded is not None and place not in revised and top(one.party) == COALITION:
            known[one.attack] = max(known.get(one.attack, 0), one.conceded[0])
    total = sum(known.values())
    by_norvia = sum(one.conceded[0] for one in said if one.conceded is not None and one.party == NORVIA)
    coalition = f"To date at least {total} civilians have been unintentionally killed by coalition strikes."
    norvia = f"Our aircraft are responsible for {by_norvia} deaths."
    silent = "We do not keep a figure of civilian losses."
    return [
        Statement(COALITION, "accepts", conceded=(total, total), total=True, stated=after, words=coalition),
        Statement(NORVIA, "accepts", conceded=(by_norvia, by_norvia), total=True, stated=after, words=norvia),
        Statement(GOVERNMENT, "no figure", total=True, stated=after, words=silent),
    ]


def position_table(said: tuple[Statement, ...]) -> Listing:
    """All positions as a table."""
    rows = tuple(_position_row(number, one) for number, one in enumerate(said))
    truth = tuple(one.attack for one in said)
    return Listing("positions", "documents/positions.csv", POSITION_HEADER, rows, truth)


def _code(number: int) -> str:
    return f"POS-{number + 1:03}"


def _position_row(number: int, one: Statement) -> tuple[str, ...]:
    low, high = one.conceded if one.conceded is not None else (None, None)
    return (
        _code(number),
        one.party,
        one.position,
        one.reason,
        one.stage,
        "" if low is None else str(low),
        "" if high is None else str(high),
        "" if one.event is None else one.event.isoformat(),
        spots()[one.place].name if one.place else spots()["zaytara"].name,
        one.answers,
        "yes" if one.total else "no",
        "" if one.stated is None else one.stated.isoformat(),
        "" if one.supersedes is None else _code(one.supersedes),
        one.words,
    )


def proposition_table(records: tuple[Recorded, ...]) -> Listing:
    """The dispute about the worst strike, split into parts, with who supports and who denies each."""
    record = next((one for one in records if one.attack.id == FLAGSHIP), None)
    rows = () if record is None else _dispute(record)
    return Listing("inquiries", "documents/propositions.csv", PROPOSITION_HEADER, rows, tuple(FLAGSHIP for _ in rows))


def _dispute(record: Recorded) -> tuple[tuple[str, ...], ...]:
    struck, charges = "a strike occurred", "explosives were present"
    days = [(record.noted + timedelta(days=days)).isoformat() for days in (2, 4, 69)]
    rows = (
        (struck, "supports", "residents", "", days[0], "A warplane hit the house twice."),
        (struck, "denies", "Tamrun army command", GOVERNMENT, days[1], "There is no sign of an airstrike."),
        (struck, "supports", "River Coalition inquiry", COALITION, days[2], "One bomb was dropped on the roof."),
        (charges, "denies", "residents", "", days[0], "Nobody had stored explosives there."),
        (charges, "supports", "Tamrun army command", GOVERNMENT, days[1], "The walls had been rigged."),
        (charges, "supports", "River Coalition inquiry", COALITION, days[2], "Explosives in the house went off."),
    )
    return tuple((record.code, *row) for row in rows)
