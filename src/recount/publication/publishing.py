"""Publish: findings become a folder of pages that opens without a server."""

import gc
import multiprocessing
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from recount.model.findings import Findings, Release
from recount.publication.data import downloads
from recount.publication.pages import Page, Shown, pages
from recount.publication.public import PublicSite
from recount.publication.redaction import redact
from recount.publication.release import put_in_place, seal, workplace, write
from recount.publication.rendering import Press, press
from recount.publication.settings import PublicationSettings
from recount.publication.wording import Wording, wording

Task = tuple[Path, Sequence[Press], Sequence[Page]]
_tasks: dict[int, Task] = {}
"""What worker processes inherit; pages are far too many to send to them."""


def publish(findings: Findings, out: Path, settings: PublicationSettings, workers: int = 1) -> Release:
    """Write the site of a case, in every language of its settings, and seal it.

    The same findings and settings give the same bytes, however many workers write them.

    Raises:
        Unfounded: a number that would be published rests on no evidence.
        RecountError: `out` holds something that is no release.
    """
    with uncollected():
        site = redact(findings, settings)
        folder = workplace(out)
        release = _publish(site, folder, settings, workers)
    put_in_place(folder, out)
    return release


def _publish(site: PublicSite, folder: Path, settings: PublicationSettings, workers: int) -> Release:
    languages = [wording(code) for code in settings.languages]
    presses = [press(site, say, tuple(other for other in languages if other is not say)) for say in languages]
    checksums = _print_all((folder, presses, list(pages(site))), workers)
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


def _print_all(task: Task, workers: int) -> dict[str, str]:
    if workers <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        return dict(_print((task, 0, 1)))
    key = id(task)
    _tasks[key] = task
    try:
        with warnings.catch_warnings():
            # The children only render and write files; they touch no thread of the parent.
            warnings.simplefilter("ignore", DeprecationWarning)
            with multiprocessing.get_context("fork").Pool(workers) as pool:
                parts = pool.map(_print_share, [(key, number, workers) for number in range(workers)], chunksize=1)
    finally:
        del _tasks[key]
    return {path: checksum for part in parts for path, checksum in part}


def _print_share(share: tuple[int, int, int]) -> list[tuple[str, str]]:
    key, number, of = share
    return _print((_tasks[key], number, of))


def _print(share: tuple[Task, int, int]) -> list[tuple[str, str]]:
    (folder, presses, found), number, of = share
    written = []
    for page in found[number::of]:
        for one in presses:
            path = f"{one.say.code}/{page.path}"
            written.append((path, write(folder, path, one.print(page))))
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
