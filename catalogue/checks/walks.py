"""Ways through the site as people walk them: find, read, run, cite; by keyboard; without script."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, Request, expect

__all__ = ["walks"]

_PATIENCE: Final = 60_000
"""How many milliseconds Python may take to begin in a page."""


def walks(browser: Browser, address: str, folder: Path) -> Iterator[str]:
    """Yield what goes wrong on each way."""
    for walk in (newcomer, keyboard, without_script, search, examples):
        context = browser.new_context(
            viewport={"width": 1200, "height": 900}, java_script_enabled=walk is not without_script
        )
        context.set_default_timeout(10_000)
        page = context.new_page()
        elsewhere: list[str] = []
        page.on("request", _kept_in(elsewhere))
        try:
            done = walk(page, address, folder)
            print(f"{walk.__name__}: {done}", flush=True)
        except Exception as error:  # noqa: BLE001 - whatever stops a walk is its fault
            yield f"{walk.__name__}: {str(error)[:600]}"
        asked = [url for url in elsewhere if not url.startswith((address, "data:", "blob:"))]
        if asked:
            yield f"{walk.__name__}: asks for {asked[0]}"
        context.close()


def _kept_in(addresses: list[str]) -> Callable[[Request], None]:
    return lambda request: addresses.append(request.url)


def newcomer(page: Page, address: str, _: Path) -> str:
    """Find a university, see since when it is in its alliance and why to believe it, run that question, cite it."""
    steps = 0

    def step(count: int = 1) -> None:
        nonlocal steps
        steps += count

    page.goto(f"{address}/index.html")
    page.get_by_role("link", name="Look at the catalogue").click()
    step()
    page.get_by_role("searchbox").fill("uppsala universitet")
    page.get_by_role("button", name="Search").click()
    step(2)
    page.get_by_role("link", name="Uppsala University", exact=True).click()
    step()
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="ENLIGHT"))
    if not re.search(r"\d{4}", row.inner_text()):
        raise AssertionError("the row of ENLIGHT says no year")
    row.locator(".refs a").first.click()
    step()
    source = page.locator("li:target")
    expect(source.locator("a")).to_be_visible()
    page.get_by_text("Cite this").click()
    step()
    expect(page.get_by_text("sha256").first).to_be_visible()
    page.get_by_text("Ask it in Python").click()
    page.get_by_role("link", name="Run it in the console").click()
    step(2)
    own = page.locator("#own")
    own.get_by_role("button", name="Run").click()
    step()
    expect(own.locator("output")).to_contain_text("enlight", timeout=_PATIENCE)
    return f"{steps} steps from the front page to an answer that the library gave in the page"


def keyboard(page: Page, address: str, folder: Path) -> str:
    """Skip to the content, and reach every link of a page, in order, seeing where one is."""
    newest = _newest(folder)
    page.goto(f"{address}/catalogue/{newest}/leru.html")
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.className") != "skip":
        raise AssertionError("the first stop is not the link that skips to the content")
    page.keyboard.press("Enter")
    seen = 0
    for _ in range(40):
        page.keyboard.press("Tab")
        inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")
        if not inside:
            raise AssertionError("the keyboard leaves the content")
        seen += 1
    return f"{seen} stops inside the content"


def without_script(page: Page, address: str, folder: Path) -> str:
    """Reach a university by lists alone."""
    newest = _newest(folder)
    page.goto(f"{address}/catalogue/index.html")
    page.get_by_role("link", name="Organizations by country").click()
    page.get_by_role("link", name="Iceland").click()
    page.get_by_role("link", name="University of Iceland", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("University of Iceland")
    page.goto(f"{address}/catalogue/{newest}/index.html")
    expect(page.get_by_role("link", name="Organizations by country")).to_be_visible()
    return "a university is reached in 3 steps"


def search(page: Page, address: str, folder: Path) -> str:
    """Every name finds its record, whatever language it is in; the filters hold together."""
    page.goto(f"{address}/catalogue/{_newest(folder)}/index.html")
    box = page.get_by_role("searchbox")
    names = page.evaluate(
        "NAMES.records.filter((_, place) => place % 20 === 0)"
        ".flatMap((record) => [record[1], ...record[8]].map((name) => [name, record[0]]))"
    )
    for name, key in names:
        box.fill(name)
        addresses = page.eval_on_selector_all("#results a", "links => links.map((link) => link.getAttribute('href'))")
        if f"{key}.html" not in addresses:
            raise AssertionError(f"{name!r} does not find {key}")
    box.fill("")
    page.get_by_label("Country").select_option(label="Iceland")
    page.get_by_label("Kind").select_option("university")
    every = page.locator("#results li").count()
    page.get_by_label("Year").fill("1900")
    old = page.locator("#results li").count()
    if not 0 <= old < every:
        raise AssertionError(f"{every} universities of Iceland, {old} of them in 1900")
    return f"{len(names)} names find their records; {every} universities of Iceland, {old} in 1900"


def examples(page: Page, address: str, _: Path) -> str:
    """Every example of the README gives the text that the README shows."""
    page.goto(f"{address}/console/index.html")
    shown = page.locator(".example:not(#own)")
    count = shown.count()
    for place in range(count):
        example = shown.nth(place)
        output = example.locator("output")
        expected = output.inner_text().strip()
        output.evaluate("(node) => { node.textContent = ''; }")
        example.get_by_role("button").click()
        expect(output).not_to_have_text("", timeout=_PATIENCE)
        if output.inner_text().split() != expected.split():
            raise AssertionError(f"example {place + 1} gives {output.inner_text()!r}, not {expected!r}")
    return f"{count} examples give their text; {page.locator('#status').inner_text()}"


def _newest(folder: Path) -> str:
    versions = [path.name for path in (folder / "catalogue").iterdir() if path.is_dir()]
    return max(versions, key=lambda version: tuple(map(int, version.split("."))))
