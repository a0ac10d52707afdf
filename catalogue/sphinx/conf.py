"""How Sphinx makes the handbook; catalogue/handbook.py lays the pages out and calls it."""

from typing import Any

from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import GoogleDocstring

from nordic_partnerships import __version__

project = "nordic-partnerships"
author = "The nordic-partnerships maintainers"
project_copyright = author
release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
html_theme = "furo"
html_title = "nordic-partnerships"
html_static_path = ["_static"]
html_favicon = "_static/mark.svg"
html_css_files = ["handbook.css"]
html_copy_source = False
html_show_sphinx = False
html_use_index = False
toc_object_entries = False
pygments_style = "a11y-light"
pygments_dark_style = "a11y-dark"
smartquotes_action = "D"
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]
python_use_unqualified_type_names = True
autodoc_typehints = "signature"
autodoc_class_signature = "separated"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True


def setup(app: Sphinx) -> None:
    """Read docstrings as Google's, but let a property begin with a sentence that has a colon."""
    app.connect("autodoc-process-docstring", read_docstring)
    app.connect("autodoc-skip-member", skip_unexplained)


def read_docstring(app: Sphinx, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:  # noqa: PLR0917
    """Turn the lines of a docstring into reStructuredText, in place.

    The extension ``sphinx.ext.napoleon`` takes what stands before the colon in a property for its type.
    """
    kind: Any = "method" if what == "property" else what
    settings: Any = Config(napoleon_use_ivar=True)
    lines[:] = GoogleDocstring(lines, settings, app, kind, name, obj, options).lines()


def skip_unexplained(_app: Sphinx, _what: str, _name: str, obj: Any, _skip: bool, _options: Any) -> bool | None:
    """Leave out what Python says of a field of a named tuple: the docstring of the class explains it."""
    return True if str(getattr(obj, "__doc__", "")).startswith("Alias for field number") else None
