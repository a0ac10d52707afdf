"""Pages of every kind in headless Chromium, with all the world but this machine cut off.

Of each kind ten pages are opened, wide and light, and as narrow and dark as a telephone at night: the largest, the
smallest, and those between them. No page may log an error, ask for anything elsewhere, be wider than the screen, or
have a fault that axe-core calls serious.
"""

import functools
import http.server
import json
import os
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Literal

from playwright.sync_api import ConsoleMessage, Page, Route, sync_playwright

from .walks import walks

__all__ = ["faults_in_browser", "samples", "serving"]

AXE: Final = Path(__file__).parent.parent / "node_modules/axe-core/axe.min.js"
_EACH: Final = 10
_SCREENS: Final[tuple[tuple[int, Literal["light", "dark"]], ...]] = ((1200, "light"), (360, "dark"))
_SCRIPTLESS: Final = ("record", "list", "changes", "start")
"""Kinds of pages that need no script, and so have none."""
_RUN_AXE: Final = """async () => {
  const found = await axe.run(document, {resultTypes: ["violations"]});
  return found.violations.filter((each) => ["serious", "critical"].includes(each.impact))
    .map((each) => `${each.id}: ${each.help} (${each.nodes.length}, first ${each.nodes[0].html.slice(0, 160)})`);
}"""


def faults_in_browser(folder: Path) -> Iterator[str]:
    """Yield whatever is wrong with some pages of each kind, and with the ways that a newcomer walks."""
    with serving(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for kind, pages in samples(folder).items():
            for width, scheme in _SCREENS:
                context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
                for fault in _faults_of_kind(context.new_page(), address, kind, pages):
                    yield f"{fault} ({width} px, {scheme})"
                context.close()
            print(f"{kind}: {len(pages)} pages in the browser", flush=True)
        yield from walks(browser, address, folder)
        browser.close()


def chromium() -> str:
    """Return the browser that the machine has."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        raise SystemExit("no Chromium: apt-get install chromium, or name one in CHROMIUM")
    return found


def samples(folder: Path) -> dict[str, list[str]]:
    """Return the addresses of some pages of each kind."""
    catalogue = folder / "catalogue"
    newest = max(
        (path for path in catalogue.iterdir() if path.is_dir()), key=lambda path: tuple(map(int, path.name.split(".")))
    )
    records: dict[str, list[Path]] = {}
    for path in newest.glob("*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))["record"]
        records.setdefault(_kind_of(record), []).append(path.with_suffix(".html"))
    groups = {f"record: {kind}": paths for kind, paths in sorted(records.items())}
    groups["record: further parts"] = [
        path for path in newest.glob("*.[0-9]*.html") if not path.name.startswith(("list.", "changes."))
    ]
    groups["list"] = list(newest.glob("list.*.html"))
    groups["changes"] = list(newest.glob("changes*.html"))
    groups["start"] = [catalogue / "index.html"]
    groups["index"] = [path / "index.html" for path in catalogue.iterdir() if path.is_dir()]
    groups["handbook"] = [path for path in folder.glob("*.html") if path.name != "search.html"]
    groups["reference"] = list((folder / "reference").glob("*.html"))
    groups["console"] = [folder / "console" / "index.html"]
    return {
        kind: [path.relative_to(folder).as_posix() for path in _spread(paths)]
        for kind, paths in groups.items()
        if paths
    }


def _kind_of(record: dict[str, Any]) -> str:
    """Return the class of a record by the fields that only it has."""
    if "parties" in record:
        return "partnership" if record["id"].count("--") else "initiative"
    return "organization" if "country" in record or "city" in record else "network or other body"


def _spread(paths: Sequence[Path]) -> list[Path]:
    """Return the largest and the smallest of some files, and others evenly between them."""
    ordered = sorted(paths, key=lambda path: (path.stat().st_size, path.name))
    if len(ordered) <= _EACH:
        return ordered
    return [ordered[round(place * (len(ordered) - 1) / (_EACH - 1))] for place in range(_EACH)]


def _faults_of_kind(page: Page, address: str, kind: str, names: Sequence[str]) -> Iterator[str]:
    heard: list[str] = []
    listen(page, address, heard)
    for name in names:
        heard.clear()
        page.goto(f"{address}/{name}", wait_until="load")
        faults = list(heard)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append("is wider than the screen")
        if kind.startswith(_SCRIPTLESS) and page.evaluate("[...document.scripts].some((each) => each.type === '')"):
            faults.append("has a script")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        faults += page.evaluate(_RUN_AXE)
        yield from (f"{name}: {fault}" for fault in faults)


def listen(page: Page, address: str, heard: list[str]) -> None:
    """Keep what a page logs as an error and whatever it asks of another machine, which it does not get."""

    def answer(route: Route) -> None:
        if route.request.url.startswith((address, "data:", "blob:")):
            route.continue_()
        else:
            heard.append(f"asks for {route.request.url}")
            route.abort()

    def logged(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            heard.append(f"logs {message.text}")

    page.route("**/*", answer)
    page.on("console", logged)
    page.on("pageerror", lambda error: heard.append(f"raises {error}"))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder to this machine for a while, and give the address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
