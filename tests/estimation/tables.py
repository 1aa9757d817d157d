"""Capture tables of the literature: counts are facts, and each names where it was published.

Histories are written as the lists' own 0 and 1, in the order of the names.
"""

from recount.estimation.capture import table_from_rows
from recount.estimation.patterns import Patterns
from recount.estimation.usable import usable
from recount.model.estimates import CaptureTable


def table(lists: str, counts: dict[str, int]) -> CaptureTable:
    """A table of written histories."""
    return table_from_rows(lists.split(), {tuple(map(int, history)): count for history, count in counts.items()})


def patterns(written: CaptureTable) -> Patterns:
    """The same table as the estimators take it."""
    return usable(written).patterns


KOSOVO = table(
    "EXH ABA OSCE HRW",
    {
        "0001": 306, "0010": 936, "0011": 123, "0100": 845, "0101": 31, "0110": 217, "0111": 32, "1000": 1131,
        "1001": 106, "1010": 228, "1011": 42, "1100": 177, "1101": 18, "1110": 181, "1111": 27,
    },
)  # fmt: skip
"""Killings in Kosovo, March to June 1999: Ball, Betts, Scheuren, Dudukovich & Asher (2002), AAAS and ABA-CEELI."""

ARTIFICIAL = table("A B C", {"100": 40, "010": 30, "001": 20, "110": 6})
"""An invented table on which some models have no estimate, after Chan, Silverman & Vincent (2021), JASA."""

AUSTRALIA = table(
    "A B C D",
    {
        "1000": 34, "0100": 13, "0010": 198, "0001": 100, "1100": 3, "1010": 4, "1001": 1, "0110": 36, "0101": 2,
        "0011": 0, "1110": 6, "1101": 1, "1011": 0, "0111": 15, "1111": 1,
    },
)  # fmt: skip
"""Victims of trafficking in Australia: Lyneham, Dowling & Bricknell (2019), Australian Institute of Criminology."""

KOREA = table("b c d", {"001": 41, "010": 5, "100": 5, "110": 54, "101": 6, "011": 0, "111": 12})
"""Korean women in sexual slavery at Palembang: Ball, Shin & Yang (2018); as in Chan, Silverman & Vincent (2021)."""

UK = table(
    "LA NG PFNCA GO GP",
    {
        "10000": 54, "01000": 463, "00100": 995, "00010": 695, "00001": 316, "11000": 15, "10100": 19, "10010": 3,
        "01100": 62, "01010": 19, "01001": 1, "00110": 76, "00101": 11, "00011": 8, "11100": 1, "11010": 1,
        "01110": 4, "11110": 1,
    },
)  # fmt: skip
"""Potential victims of trafficking in the United Kingdom, 2013: Silverman (2014), Home Office; five lists."""

NETHERLANDS = table(
    "IO K P R Z",
    {
        "10000": 756, "01000": 1299, "00100": 4466, "00010": 650, "00001": 632, "11000": 1, "10100": 81, "10010": 5,
        "10001": 73, "01100": 44, "01001": 4, "00110": 82, "00101": 125, "00011": 2, "10110": 2, "10101": 11,
        "00111": 1,
    },
)  # fmt: skip
"""Trafficking victims in the Netherlands: van Dijk, Cruyff, van der Heijden & Kragten-Heerdink (2017); five lists."""

GAZA = table(
    "hospital survey social-media",
    {"001": 1469, "010": 5104, "011": 351, "100": 19048, "101": 1173, "110": 1929, "111": 197},
)
"""Deaths by traumatic injury, Gaza Strip, to 30 June 2024: Jamaluddine et al. (2025), Lancet 405, 469-477."""
