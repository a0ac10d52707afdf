"""Every internal link leads to a file, and to the place in it that it names; no page is too large."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

__all__ = ["faults_in_files", "links_of"]

_MOST_BYTES: Final = 100_000
_FILLED: Final = "console/index.html"
"""A link to the console carries a question for it, and no place in the page."""


class _Links(HTMLParser):
    """What a page links to, and the places in it that can be linked to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = set()
        self.doubled: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value is not None and not (tag == "a" and value == ""):
                self.links.append(value)
            if name == "id" and value:
                if value in self.places:
                    self.doubled.append(value)
                self.places.add(value)


def links_of(text: str) -> _Links:
    """Return what an HTML page links to."""
    parser = _Links()
    parser.feed(text)
    return parser


def faults_in_files(folder: Path) -> Iterator[str]:
    """Yield every link that leads nowhere, every place that a page has twice, and every page that is too large."""
    folder = folder.resolve()
    parsed = {path: links_of(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.html"))}
    followed = 0
    for path, page in parsed.items():
        shown = path.relative_to(folder)
        if path.stat().st_size > _MOST_BYTES:
            yield f"{shown}: {path.stat().st_size:,} bytes"
        yield from (f"{shown}: two places are called {place!r}" for place in page.doubled)
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            followed += 1
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.is_file() or not target.is_relative_to(folder):
                yield f"{shown}: {link} leads nowhere"
            elif parts.fragment and target in parsed and target.relative_to(folder).as_posix() != _FILLED:
                yield from (
                    [] if unquote(parts.fragment) in parsed[target].places else [f"{shown}: {link} names no place"]
                )
    print(f"{len(parsed):,} pages, {followed:,} internal links followed")
