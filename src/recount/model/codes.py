"""Closed lists. Sex, age group, cause and status follow SDG indicator 16.1.2 (conflict-related deaths)."""

from enum import StrEnum


class Outcome(StrEnum):
    """What happened to the people counted; a casualty is killed, injured or missing."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CASUALTY = "casualty"
    OTHER = "other"


class Population(StrEnum):
    """Who is counted. Nothing turns people into civilians by itself."""

    PEOPLE = "people"
    CIVILIANS = "civilians"
    FIGHTERS = "fighters"
    WOMEN = "women"
    MEN = "men"
    CHILDREN = "children"


class Kind(StrEnum):
    """How a number came about: the one word that stands beside it wherever it is shown."""

    CLAIMED = "claimed"
    ACKNOWLEDGED = "acknowledged"
    DOCUMENTED = "documented"
    ESTIMATED = "estimated"


class Sex(StrEnum):
    """Sex as recorded (SDG 16.1.2)."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


class AgeGroup(StrEnum):
    """Age groups of SDG 16.1.2; children are under 18."""

    CHILD = "0-17"
    ADULT = "18-64"
    OLDER = "65+"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Legal status of the person; unknown unless a source says so (rule 14)."""

    CIVILIAN = "civilian"
    OTHER_PROTECTED = "other protected"
    FIGHTER = "fighter"
    UNKNOWN = "unknown"


class Cause(StrEnum):
    """What caused the death. The first eight are the cause categories of SDG 16.1.2, the rest keep what those lose.

    COLLAPSE is 'crushed': the weapon is unknown, and no party may be derived from it (rule 15).
    """

    AIRSTRIKE = "airstrike"
    ARTILLERY = "artillery"
    EXPLOSIVE = "mines and other explosives"
    SMALL_ARMS = "small arms and light weapons"
    CHEMICAL = "chemical, biological, radiological, nuclear"
    EXECUTION = "intentional killing in custody or by execution"
    DEPRIVATION = "denial of objects indispensable to survival"
    OTHER = "other"
    BOMBARDMENT = "bombardment, air or ground"
    COLLAPSE = "collapse, weapon unknown"
    FIGHTING = "fighting"
    UNKNOWN = "unknown"


class Unit(StrEnum):
    """What a claimed quantity counts."""

    PEOPLE = "people"
    BODIES = "bodies"
    NAMES = "names"
    STRIKES = "strikes"
    ALLEGATIONS = "allegations"
    GRAVES = "graves"
    VIDEO_FEEDS = "video feeds"
    RATIO = "ratio"
    SHARE = "share"
    PER_DAY = "people a day"
    OTHER = "other"


class Comparator(StrEnum):
    """How the figure was qualified in the text."""

    EXACT = "="
    AT_LEAST = ">="
    UP_TO = "<="
    ABOUT = "~"


class ClaimKind(StrEnum):
    """The form a quantity takes in a text."""

    EXACT = "exact"
    RANGE = "range"
    BOUND = "bound"
    APPROXIMATE = "approx"
    VAGUE = "vague"
    SHARE = "share"
    RATIO = "ratio"
    RATE = "rate"
    REMAINDER = "remainder"
    NO_FIGURE = "no figure"
    COMPARATIVE = "comparative"


class Stance(StrEnum):
    """What the claimant does with the figure."""

    REPORTS = "reports"
    ESTIMATES = "estimates"
    ACKNOWLEDGES = "acknowledges"
    DENIES = "denies"
    NOT_CREDIBLE = "finds not credible"
    NO_FIGURE = "gives no figure"
    INVESTIGATES = "investigates"


class Position(StrEnum):
    """A party's own position on an event or a total. Silence is the absence of one, never a denial (rule 5)."""

    ACCEPTS = "accepts"
    DENIES = "denies"
    NON_CREDIBLE = "non-credible"
    OPEN = "open"
    NO_FIGURE = "no figure"


class Grade(StrEnum):
    """Airwars' scale for one incident against one party (rule 21), strongest first."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


class Precision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"


class Basis(StrEnum):
    """Where a date or place comes from. A registration date is not a date of death (rule 13)."""

    STATED = "stated"
    INHERITED = "inherited from the document"
    REGISTRATION = "date of registration"
    ASSUMED = "assumed"


class PlacePrecision(StrEnum):
    """How finely a place is known, finest first."""

    BUILDING = "building"
    NEIGHBOURHOOD = "neighbourhood"
    DISTRICT = "district"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"


class PartyKind(StrEnum):
    """What sort of actor a party to the conflict is."""

    STATE = "state"
    COALITION = "coalition"
    PARTNER = "partner nation"
    ARMED_GROUP = "armed group"


class EvidenceKind(StrEnum):
    """What an event may be known by, whoever holds it."""

    REMOTE_VIDEO = "remote video"
    PILOT = "pilot report"
    STRIKE_LOG = "strike log"
    SITE_VISIT = "site visit"
    WITNESS = "witness"
    NGO_DATA = "ngo data"
    VIDEO = "video from the ground"
    PHOTOGRAPH = "photograph"
    SATELLITE = "satellite image"
    REGISTER = "register page"
    MEDICAL = "medical record"
    OTHER = "other evidence"


class TallyKind(StrEnum):
    """What a count of people without rows of their own is a count of; each has its own rule in the ledger."""

    PART = "count of a part"
    BODIES = "bodies without a name"
    IDENTIFIED = "later identified"
    MISSING = "known missing"
    INDIRECT = "indirect deaths"


class SourceKind(StrEnum):
    """What sort of publisher or keeper a source is."""

    NEWS = "news"
    NGO = "ngo"
    OFFICIAL = "official"
    UN = "un"
    MORGUE = "morgue"
    HOSPITAL = "hospital"
    CIVIL_REGISTER = "civil register"
    LOCAL = "local"
    OTHER = "other"
