"""Opening releases, and folders in the same format, good and bad."""

import json
import shutil
import unicodedata
import zipfile
from hashlib import sha256
from importlib import import_module
from importlib.resources import as_file, files
from pathlib import Path

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import (
    DataError,
    InvalidTypeError,
    InvalidValueError,
    ReleaseMismatchError,
    UnknownReleaseError,
)


@pytest.fixture
def folder(tmp_path):
    with as_file(files("nordic_partnerships.data") / "2026.11.0") as release:
        return Path(shutil.copytree(release, tmp_path / "own"))


def write(folder, file, data):
    """Change a file, and the descriptor with it."""
    (folder / file).write_bytes(data)
    descriptor = json.loads((folder / "datapackage.json").read_text())
    for resource in descriptor["resources"]:
        if resource["path"] == file:
            resource.update(length=len(data), hash=f"sha256:{sha256(data).hexdigest()}")
    (folder / "datapackage.json").write_text(json.dumps(descriptor))


def edit(folder, file, change):
    records = json.loads((folder / file).read_text())
    change(records)
    write(folder, file, json.dumps(records).encode())


def problems(folder):
    with pytest.raises(DataError) as raised:
        nordic.load(folder)
    return [str(problem) for problem in raised.value.problems]


def test_the_newest_release_is_the_default():
    newest = nordic.releases()[-1].version
    assert nordic.load() is nordic.load(newest)
    assert nordic.load().release.version == newest
    assert dict(nordic.load().release.counts)["organizations"] == len(nordic.organizations())


def test_a_folder_is_the_same_as_what_it_was_copied_from(folder):
    assert nordic.load(folder) == nordic.load(str(folder)) == nordic.load("2026.11.0")


def test_an_unknown_version_says_which_are_there():
    with pytest.raises(
        UnknownReleaseError, match=r"no data release .2025\.1\.0. is bundled, and no such path; there are: 2026\.11\.0"
    ):
        nordic.load("2025.1.0")


def test_a_release_is_named_by_text_or_path():
    with pytest.raises(InvalidTypeError, match="load takes a version or a path, not int"):
        nordic.load(2026)


def test_a_missing_folder_is_one_problem(tmp_path):
    message = "cannot be opened as a folder or a zip: No such file or directory"
    assert problems(tmp_path / "nowhere") == [f"{tmp_path / 'nowhere'}: {message}"]


def test_a_file_that_is_no_zip_is_one_problem(tmp_path):
    (tmp_path / "page.txt").write_text("A page.")
    assert problems(tmp_path / "page.txt") == [
        f"{tmp_path / 'page.txt'}: cannot be opened as a folder or a zip: it is neither"
    ]


def test_an_empty_folder_lacks_its_descriptor(tmp_path):
    assert problems(tmp_path) == ["datapackage.json: is missing: this is not a release"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not JSON: Expecting value: line 1 column 1 (char 0)"),
        (b"\xff\xfe", "not UTF-8: byte 0"),
        (b'[{"id": ', "not JSON: Expecting value: line 1 column 9 (char 8)"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": 1}', "a list of records belongs here, not an object"),
        (b"null", "a list of records belongs here, not null"),
    ],
)
def test_a_file_that_is_no_list_of_records_is_one_problem(folder, data, message):
    write(folder, "themes.json", data)
    assert problems(folder) == [f"themes.json: {message}"]


def test_every_problem_of_every_file_is_reported_at_once(folder):
    def spoil_themes(themes):
        themes[0]["name"] = None
        themes[1]["names"] = "ice"
        themes[2]["names"] = [{"text": 3}]
        themes[3]["colour"] = "blue"
        del themes[4]["name"]

    edit(folder, "themes.json", spoil_themes)
    edit(folder, "events.json", lambda events: events[0].update(period="2018/2017"))
    assert problems(folder) == [
        "events.json architecture-and-design-year-2030 period: the period '2018/2017' ends before it starts",
        "themes.json academic-freedom name: a text belongs here, not null",
        'themes.json air-quality names: a list belongs here, not "ice"',
        "themes.json architecture-and-design names[0].text: a text belongs here, not 3",
        "themes.json arctic-research colour: no such field",
        "themes.json attracting-talent name: missing",
    ]


def test_a_field_given_twice_is_a_problem(folder):
    write(folder, "themes.json", b'[{"id": "ice", "id": "snow", "name": "Ice"}]')
    assert problems(folder) == ["themes.json snow id: given twice"]


def test_dangling_ids_are_reported_at_once(folder):
    edit(folder, "themes.json", lambda themes: themes.__delitem__(slice(0, 2)))
    found = problems(folder)
    assert "networks.json sar themes[0]: there is no record 'academic-freedom'" in found
    assert len([each for each in found if "'air-quality'" in each]) == 1


def test_a_changed_file_is_not_the_one_described(folder):
    path = folder / "themes.json"
    path.write_bytes(path.read_bytes().replace(b"Air quality", b"Air Quality"))
    assert problems(folder) == ["themes.json: is not the file that the descriptor names"]


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"resources": 3}', b'{"version": "x", "resources": []}'])
def test_a_descriptor_that_does_not_describe_a_release_is_one_problem(folder, data):
    (folder / "datapackage.json").write_bytes(data)
    (message,) = problems(folder)
    assert message.startswith("datapackage.json: does not describe a release: ")


# -------------------------------------------------------------------- pinned by digest


def digest(folder):
    return sha256((folder / "datapackage.json").read_bytes()).hexdigest()


def zipped(folder, path, names=None):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo((names or {}).get(file.name, file.name))
            archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED)
    return path


def test_a_pinned_release_is_exactly_that(folder):
    pinned = nordic.load("2026.11.0").release.digest
    assert nordic.load("2026.11.0", sha256=pinned) is nordic.load("2026.11.0")
    assert nordic.load("2026.11.0", sha256=pinned.upper()).release.digest == pinned
    assert nordic.load(folder, sha256=pinned).release.digest == pinned


@pytest.mark.parametrize("release", ["2026.11.0", None])
def test_another_release_than_the_pinned_one_is_refused_with_both_digests(release):
    with pytest.raises(ReleaseMismatchError) as raised:
        nordic.load(release, sha256="0" * 64)
    assert raised.value.expected == "0" * 64
    assert raised.value.found == nordic.load(release).release.digest


def test_a_tampered_copy_is_refused_before_anything_is_parsed(folder):
    pinned = digest(folder)
    edit(folder, "themes.json", lambda themes: themes[0].update(name="Something else"))
    with pytest.raises(ReleaseMismatchError) as raised:
        nordic.load(folder, sha256=pinned)
    assert (raised.value.expected, raised.value.found) == (pinned, digest(folder))


@pytest.mark.parametrize("wrong", ["", "abc", "g" * 64])
def test_a_digest_has_64_hexadecimal_digits(wrong):
    with pytest.raises(InvalidValueError, match="sha256 takes 64 hexadecimal digits"):
        nordic.load(sha256=wrong)


def test_a_tampered_installation_is_refused(folder, monkeypatch):
    """A bundled file is checked against the descriptor when it is read, and the descriptor against a pin."""
    # The package's function of that name hides the module from an import statement.
    releases = import_module("nordic_partnerships._releases")
    monkeypatch.setattr(releases, "_bundled_bytes", lambda _, file: (folder / file).read_bytes())
    monkeypatch.setattr(releases, "_bundled_descriptor", releases._bundled_descriptor.__wrapped__)
    (folder / "themes.json").write_bytes(b"[]\n")
    dataset = nordic.Dataset(releases._Bundled("2026.11.0"))
    assert dataset.organization("Aalto").id == "aalto-university"
    with pytest.raises(DataError, match=r"2026\.11\.0/themes\.json: is not the file that the descriptor names"):
        dataset.get("Air quality", nordic.Theme)
    with pytest.raises(DataError, match="is not the file"):
        nordic.load("2026.11.0", sha256=digest(folder))


# -------------------------------------------------------------------- what a folder or zip may hold


def test_a_zip_is_as_good_as_a_folder(folder, tmp_path):
    path = zipped(folder, tmp_path / "own.zip")
    assert nordic.load(path) == nordic.load(str(path), sha256=digest(folder)) == nordic.load(folder)


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_missing_and_added_files_are_reported_at_once(folder, tmp_path, kind):
    (folder / "statements.json").unlink()
    (folder / "events.json").write_bytes(b"[]\n")
    (folder / "notes.txt").write_text("Mine.")
    place = folder if kind == "folder" else zipped(folder, tmp_path / "own.zip")
    events = json.loads((folder / "datapackage.json").read_text())["resources"][6]
    assert events["path"] == "events.json"
    assert problems(place) == [
        "notes.txt: is there, and is not in the descriptor",
        f"events.json: is {events['length']} bytes long in the descriptor, and 3 in fact",
        "statements.json: is missing, or is not a name within the release",
    ]


@pytest.mark.parametrize("name", ["../themes.json", "/etc/passwd", "x/themes.json", "C:\\themes.json", "."])
def test_a_descriptor_cannot_lead_out_of_the_folder(folder, name):
    descriptor = json.loads((folder / "datapackage.json").read_text())
    descriptor["resources"][0]["path"] = name
    (folder / "datapackage.json").write_text(json.dumps(descriptor))
    assert f"{name}: is missing, or is not a name within the release" in problems(folder)


def test_links_and_subfolders_are_refused(folder, tmp_path):
    (tmp_path / "themes.json").write_bytes((folder / "themes.json").read_bytes())
    (folder / "themes.json").unlink()
    (folder / "themes.json").symlink_to(tmp_path / "themes.json")
    (folder / "more").mkdir()
    assert problems(folder) == ["themes.json: is a link", "more: is not a plain file"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("/themes.json", "has a name that leads out of its folder"),
        ("../themes.json", "has a name that leads out of its folder"),
        ("..\\themes.json", "has a name that leads out of its folder"),
        ("C:themes.json", "has a name that leads out of its folder"),
        ("more/themes.json", "lies in a folder, not at the top of the zip"),
        ("datapackage.json", "is there twice"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_with_other_names_is_refused(folder, tmp_path, name, message):
    assert f"{name}: {message}" in problems(zipped(folder, tmp_path / "own.zip", {"themes.json": name}))


def test_a_link_in_a_zip_is_refused(folder, tmp_path):
    path = zipped(folder, tmp_path / "own.zip")
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo("link.json")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert problems(path) == ["link.json: is a link"]


def test_an_encrypted_zip_is_refused(folder, tmp_path):
    path = zipped(folder, tmp_path / "own.zip")
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    path.write_bytes(data)
    assert problems(path)[0].endswith(": is encrypted")


def test_a_cut_or_damaged_zip_is_refused(folder, tmp_path):
    path = zipped(folder, tmp_path / "own.zip")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert "it is neither" in problems(path)[0]
    damaged = bytearray(data)
    with zipfile.ZipFile(zipped(folder, path)) as archive:
        start = archive.getinfo("datapackage.json").header_offset
    damaged[start + 200 : start + 300] = bytes(100)
    path.write_bytes(damaged)
    assert "datapackage.json: cannot be read: " in problems(path)[0]


def announced(path, name, size):
    """Change what a zip says of the length of a file."""
    data = bytearray(path.read_bytes())
    place = data.rindex(name.encode()) - 46
    assert data[place : place + 4] == b"PK\x01\x02"
    data[place + 24 : place + 28] = size.to_bytes(4, "little")
    path.write_bytes(data)
    return path


def test_a_file_that_announces_a_gibibyte_is_refused_unread(folder, tmp_path):
    path = announced(zipped(folder, tmp_path / "own.zip"), "themes.json", 2**30)
    (message,) = problems(path)
    assert "bytes are more than a release may have, 536,870,912" in message


def test_a_zip_that_lies_about_a_length_is_refused(folder, tmp_path):
    size = (folder / "datapackage.json").stat().st_size
    for lie in (size - 1, size + 1):
        path = announced(zipped(folder, tmp_path / "own.zip"), "datapackage.json", lie)
        (message,) = problems(path)
        assert message.startswith(("datapackage.json: is not ", "datapackage.json: cannot be read"))


def test_a_real_gibibyte_is_refused_unread(folder):
    with (folder / "themes.json").open("wb") as file:
        file.truncate(2**30)
    (message,) = problems(folder)
    assert "bytes are more than a release may have" in message


def test_a_zip_bomb_is_refused_unread(folder, tmp_path):
    path = zipped(folder, tmp_path / "own.zip")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("bomb.json", "w") as bomb:
        for _ in range(520):
            bomb.write(bytes(2**20))
    assert path.stat().st_size < 2**20
    (message,) = problems(path)
    assert "bytes are more than a release may have" in message


@pytest.mark.parametrize(
    "encode",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: unicodedata.normalize("NFD", data.decode()).encode(),
        lambda data: data.decode().encode("utf-16"),
        lambda data: data[: len(data) // 2],
    ],
    ids=["BOM", "CRLF", "NFD", "UTF-16", "truncated"],
)
def test_a_re_encoded_file_is_not_the_one_described(folder, encode):
    data = (folder / "organizations.json").read_bytes()
    (folder / "organizations.json").write_bytes(encode(data))
    (message,) = problems(folder)
    assert "bytes long in the descriptor" in message


def test_swapped_files_are_not_those_described(folder):
    one, other = folder / "themes.json", folder / "events.json"
    data = one.read_bytes(), other.read_bytes()
    one.write_bytes(data[1])
    other.write_bytes(data[0])
    assert len(problems(folder)) == 2


# -------------------------------------------------------------------- somebody's own records


def test_a_folder_of_own_records_may_point_to_a_release(folder):
    theme = {
        "id": "own-theme",
        "name": "Our own theme",
        "broader": ["sustainability"],
        "citations": [{"source": "own"}],
    }
    source = {"id": "own", "title": "Own", "publisher": "We", "kind": "dataset", "accessed": "2026-11-22"}
    descriptor = json.loads((folder / "datapackage.json").read_text())
    kept = [each for each in descriptor["resources"] if each["name"] in ("themes", "sources")]
    for each in folder.iterdir():
        each.unlink()
    (folder / "datapackage.json").write_text(json.dumps({**descriptor, "version": "1", "resources": kept}))
    write(folder, "themes.json", json.dumps([theme]).encode())
    write(folder, "sources.json", json.dumps([source]).encode())
    assert problems(folder) == ["themes.json own-theme broader[0]: there is no record 'sustainability'"]
    joined = nordic.load(folder, base=nordic.load("2026.11.0"))
    assert joined.release.version == "2026.11.0+1"
    assert joined.get("Our own theme", nordic.Theme).broader == ("sustainability",)
    assert [each.id for each in joined.partners_of("KU Leuven")] == ["aalto-university", "university-of-helsinki"]


def test_a_base_goes_with_a_path():
    with pytest.raises(InvalidValueError, match="base goes with a folder or a zip"):
        nordic.load("2026.11.0", base=nordic.load())


def test_releases_are_listed_oldest_first():
    listed = nordic.releases()
    assert listed[0].version == "2026.11.0"
    assert listed[-1] == nordic.load().release
    assert all(each.created and each.digest and each.counts for each in listed)


def test_a_citation_has_version_date_and_digest():
    release = nordic.load("2026.11.0").release
    reference = nordic.cite("2026.11.0")
    assert nordic.load("2026.11.0").cite() == reference
    csl = json.loads(reference.csl_json)
    assert (csl["type"], csl["version"], csl["issued"]) == ("dataset", "2026.11.0", {"date-parts": [[2026, 11, 22]]})
    for text in (str(reference), reference.bibtex, csl["note"]):
        assert release.digest in text
        assert "2026-11-22" in text


def test_data_that_is_no_release_is_cited_without_a_year(small):
    assert "(n.d.)" in small.cite().text
    assert "year" not in small.cite().bibtex
    assert "issued" not in json.loads(small.cite().csl_json)


def test_arguments_of_another_type_are_named():
    with pytest.raises(InvalidTypeError, match="sha256 takes a text, not int"):
        nordic.load(sha256=5)
    with pytest.raises(InvalidTypeError, match="base takes a dataset, not str"):
        nordic.load("x.zip", base="2026.11.0")


@pytest.mark.parametrize(
    "change", [{"version": 5}, {"resources": [{"path": "a", "length": -1, "hash": "b", "name": "c"}]}]
)
def test_a_descriptor_of_the_wrong_types_is_one_problem(folder, change):
    descriptor = json.loads((folder / "datapackage.json").read_text())
    (folder / "datapackage.json").write_text(json.dumps(descriptor | change))
    (message,) = problems(folder)
    assert "does not describe a release: TypeError: a " in message
