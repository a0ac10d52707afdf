"""The console: the very wheel in Pyodide, served from the site itself, with the examples of the README."""

import doctest
import json
import re
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Final

import attrs
import jinja2

import nordic_partnerships as nordic

__all__ = ["Example", "build_console", "examples_of"]

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent
PYODIDE: Final = HERE / "node_modules/pyodide"

_PARTS: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
"""What Pyodide needs to run Python, without the packages that it could fetch."""


@attrs.frozen
class Example:
    """An example of the README: what leads to it, its code without prompts, and the text that it gives."""

    lead: str
    code: str
    gives: str


def build_console(out: Path, environment: jinja2.Environment) -> None:
    """Lay out Pyodide, the wheels and the page in a folder."""
    (out / "pyodide").mkdir(parents=True)
    for name in _PARTS:
        shutil.copy(PYODIDE / name, out / "pyodide" / name)
    wheels = out / "wheels"
    _make_wheels(wheels)
    for name in ("console.js", "session.py"):
        shutil.copy(HERE / "static" / name, out / name)
    release = nordic.load().release
    manifest = {
        "wheels": {wheel.name: sha256(wheel.read_bytes()).hexdigest() for wheel in sorted(wheels.iterdir())},
        "version": release.version,
        "digest": release.digest,
    }
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    page = environment.get_template("console.html").render(
        title="Console",
        version=release.version,
        manifest=json.dumps(manifest),
        examples=examples_of((ROOT / "README.md").read_text(encoding="utf-8")),
        megabytes=round(size / 1e6),
    )
    (out / "index.html").write_text(page, encoding="utf-8")


def _make_wheels(folder: Path) -> None:
    """Make the wheel of the library from the checkout, and fetch those that it needs, as they are pinned."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    needed = [
        "--no-deps",
        "--only-binary",
        ":all:",
        "--dest",
        str(folder),
        "-r",
        str(HERE / "console-requirements.txt"),
    ]
    with tempfile.TemporaryDirectory() as work:
        own = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", work, str(ROOT)]
        subprocess.run([*pip, *own], check=True)  # noqa: S603 - our own arguments
        subprocess.run([*pip, "download", *needed], check=True)  # noqa: S603 - our own arguments
        for wheel in Path(work).iterdir():
            shutil.copy(wheel, folder / wheel.name)


def examples_of(text: str) -> list[Example]:
    r"""Return the examples of a page, each with the words before it.

    >>> (example,) = examples_of("How many?\n\n```pycon\n>>> len([1])\n1\n\n```\n")
    >>> example.lead, example.code, example.gives
    ('How many?', 'len([1])', '1')
    """
    examples = []
    for lead, block in re.findall(r"(?:([^\n`#][^`#]*?)\n\n)?```pycon\n(.*?)```", text, re.DOTALL):
        parsed = doctest.DocTestParser().get_examples(block)
        code = "".join(example.source for example in parsed).rstrip()
        gives = "".join(_printed(example) for example in parsed).rstrip()
        if gives:
            examples.append(Example(" ".join(lead.split()), code, gives))
    return examples


def _printed(example: doctest.Example) -> str:
    """Return what an example prints; of an error the last line counts, and where it was raised does not."""
    if example.exc_msg is not None:
        return f"Traceback (most recent call last):\n{example.exc_msg}"
    return example.want
