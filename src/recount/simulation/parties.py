"""The invented parties to the invented conflict."""

from dataclasses import dataclass

COALITION = "coalition"
NORVIA = "coalition/norvia"
ESTERLAND = "coalition/esterland"
GOVERNMENT = "government"
FRONT = "granite-front"


@dataclass(frozen=True, slots=True)
class InventedParty:
    """A party, how it is called in texts, and how a text describes what it fights with."""

    id: str
    name: str
    name_ar: str
    kind: str
    names: tuple[str, ...]
    hue: int


PARTIES = (
    InventedParty(
        COALITION,
        "River Coalition",
        "تحالف النهر",
        "coalition",
        ("the River Coalition", "the coalition", "coalition forces", "coalition warplanes", "تحالف النهر", "التحالف"),
        210,
    ),
    InventedParty(
        NORVIA,
        "Norvia",
        "نورفيا",
        "partner nation",
        ("Norvia", "Norvian aircraft", "the Norvian air force", "نورفيا"),
        230,
    ),
    InventedParty(
        ESTERLAND,
        "Esterland",
        "إسترلاند",
        "partner nation",
        ("Esterland", "Esterland aircraft", "إسترلاند"),
        190,
    ),
    InventedParty(
        GOVERNMENT,
        "Government of Tamrun",
        "حكومة تمرون",
        "state",
        (
            "the Government of Tamrun",
            "the Tamrun government",
            "government forces",
            "the Tamrun army",
            "القوات الحكومية",
        ),
        140,
    ),
    InventedParty(
        FRONT,
        "Granite Front",
        "جبهة الصوان",
        "armed group",
        ("the Granite Front", "Granite Front fighters", "جبهة الصوان"),
        25,
    ),
)


def top(party: str) -> str:
    """The party itself, or the coalition a partner belongs to."""
    return party.split("/", maxsplit=1)[0]


def named(party: str) -> InventedParty:
    """The party with this id."""
    return next(found for found in PARTIES if found.id == party)
