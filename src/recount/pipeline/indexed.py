"""The index of a build: every id with its content, and what rests on what. Written when first asked for."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from recount.model.findings import Findings
from recount.store.index import Index, write_index

if TYPE_CHECKING:
    from recount.pipeline import Build

_LENGTH = 16


def index_of(built: "Build") -> Index:
    """The index of this very build; those of earlier builds are removed."""
    folder = built.case.build
    path = folder / f"index-{built.release.head[:_LENGTH]}.sqlite"
    if path.exists():
        return Index(path)
    for old in folder.glob("index-*.sqlite"):
        old.unlink()
    return write_index(path, _things(built.findings))


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def _things(findings: Findings) -> Iterator[tuple[str, str, object]]:
    kinds: dict[str, Sequence[_Named]] = {
        "figure": findings.figures,
        "discrepancy": findings.discrepancies,
        "incident": findings.incidents,
        "victim": findings.resolution.victims,
        "origin": findings.origins,
        "claim": findings.claims,
        "record": findings.records,
        "position": findings.acknowledgements,
        "proposition": findings.propositions,
        "decision": findings.decisions,
    }
    for kind, members in kinds.items():
        for one in members:
            yield one.id, kind, one
    for document in findings.documents:
        yield document.id, "document", {"path": document.path, "source": document.source, "sha256": document.sha256}


def carried(index: Index, thing: str) -> list[tuple[str, str]]:
    """Everything that rests on a thing, directly or not: (kind, id), figures first."""
    seen, waiting = {thing}, [thing]
    while waiting:
        above = [one for one in index.carries(waiting.pop()) if one not in seen]
        seen.update(above)
        waiting += above
    found = [(index.find(one).kind, one) for one in sorted(seen - {thing})]
    return sorted(found, key=lambda one: (one[0] != "figure", one))
