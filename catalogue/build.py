"""The whole site in one folder, in order."""

import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import nordic_partnerships as nordic

from .changes import Changes
from .console import build_console
from .facts import PAGED, Facts
from .handbook import build_handbook
from .lists import listings, names_script
from .machines import as_json, dataset_ld, llms_text
from .pages import Page, Pages, templates
from .sections import tables_of
from .world_map import outline

__all__ = ["build", "build_catalogue"]

HERE: Final = Path(__file__).parent
ATLAS: Final = HERE / "node_modules/world-atlas/land-50m.json"


def build(out: Path) -> None:
    """Make the site anew in a folder, and say what was made and how long it took."""
    begun = time.monotonic()
    if out.exists():
        shutil.rmtree(out)
    with tempfile.TemporaryDirectory() as work:
        build_handbook(out, Path(work))
    _say("handbook", begun)
    datasets = [nordic.load(release.version) for release in nordic.releases()]
    build_catalogue(out, sorted(datasets, key=lambda data: _order(data.release.version)))
    _say("catalogue", begun)
    build_console(out / "console", templates())
    _say("console", begun)
    pages = list(out.rglob("*.html"))
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(f"{len(pages):,} pages, {size / 1e6:.1f} MB in {out}")


def build_catalogue(out: Path, datasets: Sequence[nordic.Dataset]) -> None:
    """Make the catalogue of some releases, the oldest first, and what all pages share."""
    static = out / "static"
    shutil.copytree(HERE / "static", static)
    (static / "world.svg").write_text(outline(ATLAS), encoding="utf-8")
    environment = templates()
    newest = Facts(datasets[-1])
    before: nordic.Dataset | None = None
    for data in datasets:
        folder = out / "catalogue" / data.release.version
        folder.mkdir(parents=True)
        facts, changes = Facts(data), Changes(before, data)
        for page in _pages(facts, changes, Pages(facts, changes, environment, newest)):
            (folder / page.name).write_text(page.text, encoding="utf-8")
        before = data
    versions = [data.release.version for data in reversed(datasets)]
    releases = [data.release for data in reversed(datasets)]
    start = environment.get_template("start.html").render(releases=releases, version=versions[0], title="Catalogue")
    (out / "catalogue" / "index.html").write_text(start, encoding="utf-8")
    (out / "llms.txt").write_text(llms_text(versions, newest), encoding="utf-8")


def _pages(facts: Facts, changes: Changes, pages: Pages) -> Iterator[Page]:
    """Yield every file of one release."""
    for record in facts.paged():
        tables = tables_of(facts, record)
        yield from pages.record(record, tables)
        yield Page(f"{record.id}.json", as_json(facts, record, tables))
    for tombstone in facts.all_of(nordic.Tombstone):
        yield pages.retired(tombstone)
    for listing in listings(facts):
        yield from pages.listing(listing)
    counts = [(cls.__name__, len(facts.all_of(cls))) for cls in PAGED]
    kinds_by_type = {
        cls.__name__: sorted({str(record.kind) for record in facts.paged() if isinstance(record, cls)}) for cls in PAGED
    }
    yield pages.index(dataset_ld(facts), counts, kinds_by_type)
    yield Page("names.js", names_script(facts))
    if changes.before is not None:
        yield from pages.changes()


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _say(what: str, begun: float) -> None:
    print(f"{what}: {time.monotonic() - begun:.0f} s after the start", flush=True)
