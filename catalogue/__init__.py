"""The site: the handbook, the catalogue, and the library running in a page. It is no part of the wheel.

How data flows::

    docs/, docstrings ──handbook.py, reference.py──▶ Sphinx ──────────────────▶ OUT/*.html
    a release ──facts.py──▶ what its records say, asked of the library
                  │  about.py, sections.py: what a page tells of a record, and of its relations, in the shapes of
                  │  shapes.py; evidence.py numbers the sources
                  │  timeline_svg.py, sizes_svg.py, world_map.py: the pictures; axis.py: where a date lies
                  │  machines.py: JSON, JSON-LD, llms.txt
                  ▼
                pages.py ──templates/──▶ OUT/catalogue/VERSION/ID.html, ID.json
                  │  changes.py: what came with a release, and what became of an id
                  │  lists.py: lists without script, names.js for the search box
    the wheel, Pyodide ──console.py──▶ OUT/console/
    OUT ──checks/──▶ links, and real pages in a browser

``build.py`` calls them in order. A page is made of questions that anybody can ask: nothing here reads the data files,
and nothing judges what is in force.

Where pages lie: ``catalogue/2026.11.1/leru.html`` is the record with that id in that release, for ever, with the same
as JSON beside it. A long table goes on in ``leru.2.html``. No id has a point in it, so further pages
(``list.networks.html``, ``changes.networks.html``) never meet one. Every release that the library bundles has its
folder.

One command builds it, one serves it::

    python -m catalogue build
    python -m catalogue serve
"""
