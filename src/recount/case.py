"""A case folder: where its parts lie, and how its evidence is addressed as a whole."""

from dataclasses import dataclass
from pathlib import Path

from recount.config import Settings, load
from recount.errors import CaseError


@dataclass(frozen=True, slots=True)
class Case:
    """An opened case folder: its root and its settings."""

    root: Path
    settings: Settings

    @property
    def sources(self) -> Path:
        """Evidence as received."""
        return self.root / "sources"

    @property
    def decisions(self) -> Path:
        """The decision logs."""
        return self.root / "decisions"

    @property
    def build(self) -> Path:
        """Derived; may be deleted at any time."""
        return self.root / "build"

    @property
    def site(self) -> Path:
        """Published; may be deleted at any time."""
        return self.root / "site"


def open_case(root: Path | str) -> Case:
    """Open a case folder.

    Raises:
        CaseError: there is no such folder.
        SettingsError: its recount.toml cannot be used.
    """
    folder = Path(root)
    if not folder.is_dir():
        raise CaseError(f"{folder}: there is no such folder; start a case with `recount new {folder}`")
    return Case(folder, load(folder))
