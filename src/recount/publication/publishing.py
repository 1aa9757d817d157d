"""Publish: findings become a folder of pages that opens without a server."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from recount.collector import uncollected
from recount.model.findings import Findings, Release
from recount.publication.data import downloads
from recount.publication.listing import listed
from recount.publication.moved import moved
from recount.publication.pages import Page, pages
from recount.publication.paper import reports, required
from recount.publication.public import PublicSite
from recount.publication.redaction import redact
from recount.publication.redaction.since import since
from recount.publication.release import head, put_in_place, seal, workplace, write
from recount.publication.rendering import Press, press
from recount.publication.searching import FILE, index
from recount.publication.settings import PublicationSettings
from recount.publication.together import Together
from recount.publication.wording import wording


def publish(
    findings: Findings, out: Path, settings: PublicationSettings, last: Path | None = None, *, paper: bool = False
) -> Release:
    """Write the site of a case, in every language of its settings, and seal it; `paper` adds its reports on paper.

    The same findings, settings and last release give the same bytes.

    Raises:
        PlugInMissing: reports on paper are asked for, and their typesetter is not installed.
        Unfounded: a number that would be published rests on no evidence.
        RecountError: `out` holds something that is no release.
    """
    if paper:
        required()
    with uncollected():
        site = redact(findings, settings)
        if last is not None:
            site = replace(site, since=since(site, last))
        folder = workplace(out)
        release = _publish(site, folder, settings, last, paper=paper)
    put_in_place(folder, out)
    return release


def _publish(
    site: PublicSite, folder: Path, settings: PublicationSettings, last: Path | None, *, paper: bool
) -> Release:
    languages = [wording(code) for code in settings.languages]
    presses = [press(site, say, tuple(other for other in languages if other is not say)) for say in languages]
    checksums = _print_all(folder, presses, pages(site))
    if last is not None:
        leading = list(moved(last, checksums.keys()))
        checksums |= {path: write(folder, path, content) for path, content in leading}
    data = {f"data/{name}": content for name, content in downloads(site).items()}
    checksums |= {path: write(folder, path, content) for path, content in (data | _static()).items()}
    of_data = {path: checksums[path] for path in sorted(data)}
    papers = _papers(folder, site, settings, of_data) if paper else {}
    checksums |= papers
    told = {path: (len(data[path]), checksum) for path, checksum in of_data.items()}
    checksums |= _front(folder, site, presses, told, papers)
    return seal(folder, checksums, site.case.version, site.case.as_of)


def _print_all(folder: Path, presses: Sequence[Press], found: Iterable[Page]) -> dict[str, str]:
    """Write every page in every language, and what all languages share once, in one process.

    Forking is not safe here: the linkage's database and the numerical libraries have threads of their own by now, and
    a child that inherits a lock one of them holds waits for ever. Fresh processes are safe and were measured: sending
    them the site costs as much as they save.
    """
    written = {}
    together = Together(presses)
    for page in found:
        if page.shared:
            written[page.path] = write(folder, page.path, together.print(page))
            continue
        for one in presses:
            path = f"{one.say.code}/{page.path}"
            written[path] = write(folder, path, one.print(page))
    return written


def _papers(folder: Path, site: PublicSite, settings: PublicationSettings, data: Mapping[str, str]) -> dict[str, str]:
    """The reports on paper, which print the digest over the open data."""
    day = "" if site.case.as_of is None else site.case.as_of.isoformat()
    printed = reports(site, settings.languages, head(site.case.version, day, data.items()))
    return {path: write(folder, path, content) for path, content in printed.items()}


def _static() -> dict[str, bytes]:
    static = files("recount.publication").joinpath("static")
    found = sorted((entry for entry in static.iterdir() if entry.is_file()), key=lambda entry: entry.name)
    return {f"static/{entry.name}": entry.read_bytes() for entry in found}


def _front(
    folder: Path,
    site: PublicSite,
    presses: Sequence[Press],
    data: dict[str, tuple[int, str]],
    papers: Mapping[str, str],
) -> dict[str, str]:
    """The choice of language and the lists of downloads."""
    written = {}
    written[FILE] = write(folder, FILE, index(site))
    for one in presses:
        files = {path.removeprefix("data/"): told for path, told in data.items()}
        page = Page(
            "downloads.html", "downloads.html", "downloads", listed(files, one.say) | {"papers": sorted(papers.items())}
        )
        path = f"{one.say.code}/{page.path}"
        written[path] = write(folder, path, one.print(page))
    template = presses[0].environment.get_template("languages.html")
    content = template.render(case=site.case, languages=[one.say for one in presses])
    return written | {"index.html": write(folder, "index.html", Markup(content).encode())}
