"""The checks find what they look for."""

import pytest
from playwright.sync_api import sync_playwright

import nordic_partnerships as nordic
from catalogue.checks.browser import _faults_of_kind, chromium, samples, serving
from catalogue.checks.links import faults_in_files

SOUND = "<!DOCTYPE html><html lang='en'><head><title>T</title></head><body><main><h1>T</h1>{}</main></body></html>"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<a href='nowhere.html'>A</a>", "page.html: nowhere.html leads nowhere"),
        ("<a href='../outside.html'>A</a>", "page.html: ../outside.html leads nowhere"),
        ("<a href='#missing'>A</a>", "page.html: #missing names no place"),
        ("<p id='a'></p><p id='a'></p>", "page.html: two places are called 'a'"),
        ("x" * 100_000, "page.html: 100,103 bytes"),
    ],
)
def test_a_fault_in_a_file_is_found(tmp_path, body, fault):
    (tmp_path / "site").mkdir()
    (tmp_path / "outside.html").write_text(SOUND)
    (tmp_path / "site/page.html").write_text(SOUND.format(body))
    assert list(faults_in_files(tmp_path / "site")) == [fault]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<img src='https://example.org/a.png' alt=''>", "asks for https://example.org/a.png"),
        ("<script>console.error('spoilt')</script>", "logs spoilt"),
        ("<script>undefined.name</script>", "raises"),
        ("<script>1</script>", "has a script"),
        ("<p style='width: 3000px'>A</p>", "is wider than the screen"),
        ("<img src='data:,'>", "image-alt"),
        ("<p style='color: #eee; background: #fff'>Pale words</p>", "color-contrast"),
    ],
)
def test_a_fault_in_the_browser_is_found(tmp_path, body, fault):
    (tmp_path / "page.html").write_text(SOUND.format(body))
    (tmp_path / "sound.html").write_text(SOUND.format("<p>A</p>"))
    (tmp_path / "favicon.ico").touch()
    with serving(tmp_path) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        assert any(f"page.html: {fault}" in found for found in _faults_of_kind(page, address, "record", ["page.html"]))
        assert list(_faults_of_kind(browser.new_page(), address, "record", ["sound.html"])) == []
        browser.close()


def test_the_largest_and_the_smallest_page_of_a_kind_are_looked_at(bundled):
    folder = bundled / "catalogue" / nordic.load().release.version
    pages = [bundled / name for name in samples(bundled)["record: organization"]]
    sizes = [path.stat().st_size for path in pages]
    assert len(set(pages)) == 10
    everybody = [
        path.with_suffix(".html").stat().st_size for path in folder.glob("*.json") if '"country"' in path.read_text()
    ]
    assert (min(sizes), max(sizes)) == (min(everybody), max(everybody))
