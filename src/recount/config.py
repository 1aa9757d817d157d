"""recount.toml, read once into frozen settings that are handed down."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from recount.assessment.settings import AssessmentSettings
from recount.clustering.settings import ClusteringSettings
from recount.errors import RecountError, SettingsError
from recount.estimation.settings import EstimationSettings
from recount.extraction.settings import ExtractionSettings, Theatre
from recount.ingestion.settings import IngestionSettings
from recount.language.boundaries import load_boundaries
from recount.language.places import Gazetteer, load_gazetteer
from recount.linkage.settings import LinkageSettings
from recount.model.boundaries import Boundaries
from recount.model.codes import Kind, Outcome, Population
from recount.model.findings import CaseFacts
from recount.model.scope import Scope
from recount.model.values import UNDETERMINED, Party, Period
from recount.publication.settings import PublicationSettings

FILE = "recount.toml"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CaseSection:
    """The `[case]` table: what the case is called and about."""

    name: str
    name_ar: str = ""
    about: str = ""
    about_ar: str = ""
    version: str = "1"
    as_of: date | None = None
    simulated: bool = False
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class ScopeSection:
    """The `[scope]` table: whom the case counts, where and when."""

    outcome: Outcome = Outcome.KILLED
    population: Population = Population.PEOPLE
    place: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class PlacesSection:
    """The `[places]` table: gazetteer files, relative to the case folder.

    `boundaries` is a GeoJSON file of areas that the map draws, given only with who drew them and their licence.
    """

    gazetteer: tuple[str, ...] = ("places.csv",)
    boundaries: str = ""
    boundaries_credit: str = ""
    boundaries_licence: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a case may choose, one field per room."""

    case: CaseFacts
    theatre: Theatre
    ingestion: IngestionSettings
    extraction: ExtractionSettings
    linkage: LinkageSettings
    clustering: ClusteringSettings
    assessment: AssessmentSettings
    estimation: EstimationSettings
    publication: PublicationSettings

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties to the conflict, in the order of recount.toml."""
        return self.theatre.parties


_ROOMS: dict[str, type] = {
    "ingestion": IngestionSettings,
    "extraction": ExtractionSettings,
    "linkage": LinkageSettings,
    "clustering": ClusteringSettings,
    "assessment": AssessmentSettings,
    "estimation": EstimationSettings,
    "publication": PublicationSettings,
}
_TABLES = {"case", "scope", "party", "places", *_ROOMS}


def load(root: Path) -> Settings:
    """Read a case folder's recount.toml.

    Raises:
        SettingsError: the file is missing or is not TOML, or a key is unknown, missing or of the wrong type.
    """
    path = root / FILE
    written = _parse(path)
    _known(written, _TABLES, f"{path}")
    section = _section(written.get("case", {}), CaseSection, f"{path}, [case]")
    places = _section(written.get("places", {}), PlacesSection, f"{path}, [places]")
    gazetteer = _gazetteer(root, places, path)
    scope = _scope(_section(written.get("scope", {}), ScopeSection, f"{path}, [scope]"), gazetteer, path)
    parties = _parties(written.get("party", []), path)
    rooms: dict[str, Any] = {
        name: _section(written.get(name, {}), kind, f"{path}, [{name}]") for name, kind in _ROOMS.items()
    }
    facts = CaseFacts(
        section.name,
        scope,
        section.name_ar,
        section.about,
        section.about_ar,
        section.version,
        section.as_of,
        section.simulated,
        section.publisher,
        _boundaries(root, places),
    )
    return Settings(facts, Theatre(parties, gazetteer, scope), **rooms)


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise SettingsError(f"{path}: there is no such file; start a case with `recount new {path.parent}`") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not readable as TOML ({error}); correct that line") from error


def _known(written: Mapping[str, Any], allowed: set[str], where: str) -> None:
    for key in written:
        if key not in allowed:
            near = get_close_matches(key, allowed, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(sorted(allowed))}"
            raise SettingsError(f"{where}: {key!r} is not a setting; {hint}")


def _section(written: Any, kind: type[T], where: str) -> T:
    if not isinstance(written, Mapping):
        raise SettingsError(f"{where}: expected a table; write it as [name] followed by its keys")
    _known(written, {field.name for field in fields(kind)}, where)  # type: ignore[arg-type]
    try:
        return msgspec.convert(dict(written), kind)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{where}: {error}; correct the value") from error
    except RecountError as error:
        raise SettingsError(f"{where}: {error}") from error


def _parties(written: Any, path: Path) -> tuple[Party, ...]:
    if not isinstance(written, list):
        raise SettingsError(f"{path}: parties are written as [[party]] tables, one for each")
    parties = tuple(_section(one, Party, f"{path}, [[party]] number {n}") for n, one in enumerate(written, 1))
    seen: set[str] = set()
    for party in parties:
        if party.id in seen or party.id == UNDETERMINED:
            raise SettingsError(f"{path}: the party id {party.id!r} is taken; give each [[party]] an id of its own")
        seen.add(party.id)
    return parties


def _gazetteer(root: Path, section: PlacesSection, path: Path) -> Gazetteer:
    files = [root / name for name in section.gazetteer]
    if section == PlacesSection() and not files[0].exists():
        return Gazetteer()
    for file in files:
        if not file.exists():
            raise SettingsError(f"{path}, [places]: {file} does not exist; correct the name or add the file")
    return load_gazetteer(files)


def _boundaries(root: Path, section: PlacesSection) -> Boundaries | None:
    if not section.boundaries:
        return None
    return load_boundaries(root / section.boundaries, section.boundaries_credit, section.boundaries_licence)


def _scope(section: ScopeSection, gazetteer: Gazetteer, path: Path) -> Scope:
    place = None
    if section.place is not None:
        place = next((entry.place for entry in gazetteer.entries if entry.place.id == section.place), None)
        if place is None:
            raise SettingsError(f"{path}, [scope]: no gazetteer has the place {section.place!r}; add it to places.csv")
    try:
        period = None if section.start is None and section.end is None else Period(section.start, section.end)
    except RecountError as error:
        raise SettingsError(f"{path}, [scope]: {error}") from error
    return Scope(section.outcome, section.population, None, place, period, Kind.DOCUMENTED)
