"""Publish: findings become a folder of pages that opens without a server."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from recount.model.findings import Findings, Release
from recount.publication.data import downloads
from recount.publication.pages import Page, Shown, pages
from recount.publication.public import PublicSite
from recount.publication.redaction import redact
from recount.publication.redaction.since import since
from recount.publication.release import put_in_place, seal, workplace, write
from recount.publication.rendering import Press, press
from recount.publication.searching import FILE, index
from recount.publication.settings import PublicationSettings
from recount.publication.wording import Wording, wording


def publish(findings: Findings, out: Path, settings: PublicationSettings, last: Path | None = None) -> Release:
    """Write the site of a case, in every language of its settings, and seal it.

    The same findings, settings and last release give the same bytes.

    Raises:
        Unfounded: a number that would be published rests on no evidence.
        RecountError: `out` holds something that is no release.
    """
    with uncollected():
        site = redact(findings, settings)
        if last is not None:
            site = replace(site, since=since(site, last))
        folder = workplace(out)
        release = _publish(site, folder, settings)
    put_in_place(folder, out)
    return release


def _publish(site: PublicSite, folder: Path, settings: PublicationSettings) -> Release:
    languages = [wording(code) for code in settings.languages]
    presses = [press(site, say, tuple(other for other in languages if other is not say)) for say in languages]
    checksums = _print_all(folder, presses, pages(site))
    data = {f"data/{name}": content for name, content in downloads(site).items()}
    checksums |= {path: write(folder, path, content) for path, content in (data | _static()).items()}
    checksums |= _front(folder, site, presses, {path: (len(data[path]), checksums[path]) for path in sorted(data)})
    return seal(folder, checksums, site.case.version, site.case.as_of)


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for circles meanwhile: half a million small values are made, none in a circle, and it costs a tenth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _print_all(folder: Path, presses: Sequence[Press], found: Iterable[Page]) -> dict[str, str]:
    """Write every page in every language, in one process.

    Forking is not safe here: the linkage's database and the numerical libraries have threads of their own by now, and
    a child that inherits a lock one of them holds waits for ever. Fresh processes are safe and were measured: sending
    them the site costs as much as they save.
    """
    written = {}
    for page in found:
        for one in presses:
            path = f"{one.say.code}/{page.path}"
            written[path] = write(folder, path, one.print(page))
    return written


def _static() -> dict[str, bytes]:
    static = files("recount.publication").joinpath("static")
    found = sorted((entry for entry in static.iterdir() if entry.is_file()), key=lambda entry: entry.name)
    return {f"static/{entry.name}": entry.read_bytes() for entry in found}


def _front(
    folder: Path, site: PublicSite, presses: Sequence[Press], data: dict[str, tuple[int, str]]
) -> dict[str, str]:
    """The choice of language and the lists of downloads."""
    written = {}
    for one in presses:
        path = f"{one.say.code}/{FILE}"
        written[path] = write(folder, path, index(site, one.say))
        rows: list[Shown] = [
            (path.removeprefix("data/"), _size(size, one.say), checksum) for path, (size, checksum) in data.items()
        ]
        page = Page("downloads.html", "downloads.html", "downloads", {"downloads": rows})
        path = f"{one.say.code}/{page.path}"
        written[path] = write(folder, path, one.print(page))
    template = presses[0].environment.get_template("languages.html")
    content = template.render(case=site.case, languages=[one.say for one in presses])
    return written | {"index.html": write(folder, "index.html", Markup(content).encode())}


def _size(size: int, say: Wording) -> str:
    return f"{say.number(-(-size // 1024))} kB"
