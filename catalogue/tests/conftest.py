"""A catalogue of the bundled releases, and one of data that nobody should make."""

from datetime import date

import pytest

import nordic_partnerships as nordic
from catalogue.build import build_catalogue
from nordic_partnerships.kinds import NetworkKind, OrganizationKind, SizeMeasure, SourceKind

AWKWARD = "<script>alert('x')</script> \"Quoted\" & Co"
RIGHT_TO_LEFT = "جامعة هلسنكي"
SHARED = ("index.html", "tutorial.html", "console/index.html", "_static/mark.svg")


def awkward_data():
    """Return records with awkward names, no dates, no address, 300 members, no members, 50 sizes, and a retired id."""
    source = nordic.Source(
        id="page",
        title=AWKWARD,
        kind=SourceKind.NEWS,
        publisher=AWKWARD,
        accessed=date(2026, 11, 30),
        url="javascript:alert(1)",
        archived="javascript:alert(1)",
    )
    bare = nordic.Source(id="bare", title="B", kind=SourceKind.NEWS, publisher="B", accessed=date(2026, 11, 30))
    cited = (nordic.Citation(source="page", stated=AWKWARD), nordic.Citation(source="bare"))
    names = (nordic.Name(text=RIGHT_TO_LEFT, language="ar"), nordic.Name(text=AWKWARD))
    bodies = [
        nordic.Organization(
            id=f"body-{number:03}",
            name=f"{AWKWARD} {number}",
            kind=OrganizationKind.UNIVERSITY,
            names=names,
            citations=cited,
        )
        for number in range(300)
    ]
    sizes = tuple(
        nordic.Size(
            measure=SizeMeasure.MEMBERS,
            count=year,
            as_of=nordic.PartialDate(1970 + year),
            stated=AWKWARD,
            citations=cited,
        )
        for year in range(50)
    )
    networks = [
        nordic.Network(
            id="large", name=RIGHT_TO_LEFT, kind=NetworkKind.ASSOCIATION, sizes=sizes, remark=AWKWARD, citations=cited
        ),
        nordic.Network(id="empty", name="Empty", kind=NetworkKind.ASSOCIATION, website="javascript:alert(1)"),
    ]
    memberships = [
        nordic.Membership(
            id=f"large--{body.id}", network="large", member=body.id, citations=cited, period=nordic.Period.parse(period)
        )
        for body, period in zip(bodies, ["2000/..", "/..", "/", "1990/1995", "2010/"] * 60, strict=True)
    ]
    retired = [
        nordic.Tombstone(id="gone", reason="merged", retired=nordic.PartialDate(2026), successors=("large",)),
        nordic.Tombstone(id="old-page", reason="moved", retired=nordic.PartialDate(2026), successors=("page",)),
        nordic.Tombstone(id="lost", reason=AWKWARD, retired=nordic.PartialDate(2026)),
    ]
    release = nordic.Release(version="2026.12.0", reference_date=nordic.PartialDate.parse("2026-11-30"))
    return nordic.Dataset.of(release, [source, bare, *bodies, *networks, *memberships, *retired])


def built(folder, datasets):
    """Return a folder with a catalogue, and empty pages in place of the rest of the site."""
    for name in SHARED:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("<main id='facts'></main>")
    build_catalogue(folder, datasets)
    return folder


@pytest.fixture(scope="session")
def awkward(tmp_path_factory):
    return built(tmp_path_factory.mktemp("awkward"), [awkward_data()])


@pytest.fixture(scope="session")
def bundled(tmp_path_factory):
    versions = sorted((release.version for release in nordic.releases()), key=lambda text: [*map(int, text.split("."))])
    return built(tmp_path_factory.mktemp("bundled"), [nordic.load(version) for version in versions])
