"""Opening releases, and folders in the same format, good and bad."""

import copy
import json
import pickle
import shutil
import subprocess
import sys
import unicodedata
import zipfile
from hashlib import sha256
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
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships._opening import bundled
from nordic_partnerships._opening.codec import read_records, write_records


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
        nordic.open_dataset(folder)
    return [str(problem) for problem in raised.value.problems]


def test_the_newest_release_is_the_default():
    newest = nordic.releases()[-1].version
    assert nordic.load() is nordic.load(newest)
    assert nordic.load().release.version == newest
    assert dict(nordic.load().release.counts)["organizations"] == len(nordic.organizations())


def test_a_folder_is_the_same_as_what_it_was_copied_from(folder):
    assert nordic.open_dataset(folder) == nordic.open_dataset(str(folder)) == nordic.load("2026.11.0")


VERSIONS = [release.version for release in nordic.releases()]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("form", ["folder", "zip"])
def test_every_published_release_opens_by_its_path_with_the_rules_of_today(tmp_path, version, form):
    published = nordic.load(version)
    with as_file(files("nordic_partnerships.data") / version) as release:
        path = release if form == "folder" else zipped(Path(release), tmp_path / "release.zip")
        opened = nordic.open_dataset(path, sha256=published.release.digest)
    assert opened == published
    assert opened.release == published.release


@pytest.mark.parametrize("version", VERSIONS)
def test_every_published_release_comes_back_byte_for_byte_from_reading_and_writing(version):
    for name, cls in COLLECTIONS.items():
        path = files("nordic_partnerships.data") / version / f"{name}.json"
        if path.is_file():
            assert write_records(read_records(path.name, path.read_bytes(), cls)) == path.read_bytes()
            assert write_records(nordic.load(version).records(cls)) == path.read_bytes()
        else:
            assert nordic.load(version).records(cls) == ()


def test_an_unknown_version_says_which_are_there():
    with pytest.raises(UnknownReleaseError, match=r"no data release .2025\.1\.0. is bundled; there are: 2026\.11\.0"):
        nordic.load("2025.1.0")


@pytest.mark.parametrize("wrong", ["", "2026", "2026.11.00", "2026.13.0", "next", "../2026.11.0", "2026.11.0\n"])
def test_a_version_that_is_not_written_as_one_is_an_invalid_value(wrong):
    with pytest.raises(InvalidValueError, match=r"expected a version such as '2026\.11\.0', got "):
        nordic.load(wrong)


def test_a_release_is_named_by_text_and_a_folder_by_its_path(folder):
    with pytest.raises(InvalidTypeError, match="expected a version as text, got int"):
        nordic.load(2026)
    with pytest.raises(InvalidTypeError, match=r"expected a version as text, got \w+Path; see also open_dataset"):
        nordic.load(folder)
    with pytest.raises(InvalidTypeError, match="expected the path of a folder or a zip, got int"):
        nordic.open_dataset(2026)


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
        (b"", "is not JSON: Expecting value: line 1 column 1 (char 0)"),
        (b"\xff\xfe", "is not UTF-8: byte 0"),
        (b'[{"id": ', "is not JSON: Expecting value: line 1 column 9 (char 8)"),
        (b"[" * 100_000, "is nested too deeply"),
        (b'{"a": 1}', "expected a list of records, got an object"),
        (b"null", "expected a list of records, got null"),
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
        "themes.json academic-freedom name: expected text, got null",
        'themes.json air-quality names: expected a list, got "ice"',
        "themes.json architecture-and-design names[0].text: expected text, got 3",
        "themes.json arctic-research colour: there is no such field",
        "themes.json attracting-talent name: is missing",
    ]


def test_a_field_given_twice_is_a_problem(folder):
    write(folder, "themes.json", b'[{"id": "ice", "id": "snow", "name": "Ice"}]')
    assert problems(folder) == ["themes.json snow id: is given twice"]


def test_dangling_ids_are_reported_at_once(folder):
    edit(folder, "themes.json", lambda themes: themes.__delitem__(slice(0, 2)))
    messages = problems(folder)
    assert "networks.json sar themes[0]: there is no record 'academic-freedom'" in messages
    assert len([message for message in messages if "'air-quality'" in message]) == 1


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
    assert nordic.open_dataset(folder, sha256=pinned).release.digest == pinned


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
        nordic.open_dataset(folder, sha256=pinned)
    assert (raised.value.expected, raised.value.found) == (pinned, digest(folder))


@pytest.mark.parametrize("wrong", ["", "abc", "g" * 64])
def test_a_digest_has_64_hexadecimal_digits(wrong):
    with pytest.raises(InvalidValueError, match="expected 64 hexadecimal digits as sha256"):
        nordic.load(sha256=wrong)


@pytest.fixture
def installed(folder, monkeypatch):
    """A folder that stands in for every bundled release."""
    monkeypatch.setattr(bundled, "_bytes", lambda _, file: (folder / file).read_bytes())
    monkeypatch.setattr(bundled, "_descriptor", bundled._descriptor.__wrapped__)
    return folder


def test_a_tampered_installation_is_refused(installed):
    """A bundled file is checked against the descriptor when it is read, and the descriptor against a pin."""
    (installed / "themes.json").write_bytes(b"[]\n")
    dataset = nordic.Dataset(bundled.BundledStore(None, "2026.11.0"))
    assert dataset.organization("Aalto").id == "aalto-university"
    with pytest.raises(DataError, match=r"2026\.11\.0/themes\.json: is not the file that the descriptor names"):
        dataset.get("Air quality", nordic.Theme)
    with pytest.raises(DataError, match="is not the file"):
        nordic.load("2026.11.0", sha256=digest(installed))


# -------------------------------------------------------------------- what a folder or zip may hold


def test_a_zip_is_as_good_as_a_folder(folder, tmp_path):
    path = zipped(folder, tmp_path / "own.zip")
    assert (
        nordic.open_dataset(path)
        == nordic.open_dataset(str(path), sha256=digest(folder))
        == nordic.open_dataset(folder)
    )


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_missing_and_added_files_are_reported_at_once(folder, tmp_path, kind):
    (folder / "statements.json").unlink()
    (folder / "events.json").write_bytes(b"[]\n")
    (folder / "notes.txt").write_text("Mine.")
    place = folder if kind == "folder" else zipped(folder, tmp_path / "own.zip")
    events = json.loads((folder / "datapackage.json").read_text())["resources"][6]
    assert events["path"] == "events.json"
    assert problems(place) == [
        "notes.txt: is not in the descriptor",
        f"events.json: has 3 bytes, but {events['length']:,} according to the descriptor",
        "statements.json: is in the descriptor but not there",
    ]


@pytest.mark.parametrize("name", ["../themes.json", "/etc/passwd", "x/themes.json", "C:\\themes.json", "."])
def test_a_descriptor_cannot_lead_out_of_the_folder(folder, name):
    descriptor = json.loads((folder / "datapackage.json").read_text())
    descriptor["resources"][0]["path"] = name
    (folder / "datapackage.json").write_text(json.dumps(descriptor))
    assert f"{name}: is in the descriptor but not there" in problems(folder)


def test_links_and_subfolders_are_refused(folder, tmp_path):
    (tmp_path / "themes.json").write_bytes((folder / "themes.json").read_bytes())
    (folder / "themes.json").unlink()
    (folder / "themes.json").symlink_to(tmp_path / "themes.json")
    (folder / "more").mkdir()
    assert problems(folder) == ["more: is not a plain file", "themes.json: is a link"]


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
    assert "bytes are more than a release may have (536,870,912)" in message


def test_a_zip_that_lies_about_a_length_is_refused(folder, tmp_path):
    size = (folder / "datapackage.json").stat().st_size
    for lie in (size - 1, size + 1):
        path = announced(zipped(folder, tmp_path / "own.zip"), "datapackage.json", lie)
        (message,) = problems(path)
        assert message.startswith(("datapackage.json: does not have ", "datapackage.json: cannot be read"))


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
    assert " according to the descriptor" in message


def test_swapped_files_are_not_those_described(folder):
    themes, events = (folder / "themes.json").read_bytes(), (folder / "events.json").read_bytes()
    (folder / "themes.json").write_bytes(events)
    (folder / "events.json").write_bytes(themes)
    assert len(problems(folder)) == 2


# -------------------------------------------------------------------- somebody's own records


def test_own_records_in_a_folder_are_added_to_a_release(folder):
    theme = {"id": "own-theme", "name": "Our own theme", "citations": [{"source": "own"}]}
    source = {"id": "own", "title": "Own", "publisher": "We", "kind": "dataset", "accessed": "2026-11-22"}
    descriptor = json.loads((folder / "datapackage.json").read_text())
    kept = [resource for resource in descriptor["resources"] if resource["name"] in ("themes", "sources")]
    for path in folder.iterdir():
        path.unlink()
    (folder / "datapackage.json").write_text(json.dumps(descriptor | {"version": "2026.12.0", "resources": kept}))
    write(folder, "themes.json", json.dumps([theme]).encode())
    write(folder, "sources.json", json.dumps([source]).encode())
    joined = nordic.load("2026.11.0").extended_with(nordic.open_dataset(folder))
    assert joined.release.version == "2026.11.0+2026.12.0"
    assert joined.get("Our own theme", nordic.Theme).id == "own-theme"
    assert [partner.id for partner in joined.partners_of("KU Leuven")] == ["aalto-university", "university-of-helsinki"]


def test_releases_are_listed_oldest_first():
    listed = nordic.releases()
    assert listed[0].version == "2026.11.0"
    assert listed[-1] == nordic.load().release
    assert all(release.created and release.digest and release.counts for release in listed)


def test_a_citation_has_version_date_and_digest():
    release = nordic.load("2026.11.0").release
    reference = nordic.load("2026.11.0").cite()
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
    with pytest.raises(InvalidTypeError, match="expected a digest as text as sha256, got int"):
        nordic.load(sha256=5)


@pytest.mark.parametrize(
    "change", [{"version": 5}, {"resources": [{"path": "a", "length": -1, "hash": "b", "name": "c"}]}]
)
def test_a_descriptor_of_the_wrong_types_is_one_problem(folder, change):
    descriptor = json.loads((folder / "datapackage.json").read_text())
    (folder / "datapackage.json").write_text(json.dumps(descriptor | change))
    (message,) = problems(folder)
    assert "does not describe a release: TypeError: expected " in message


# -------------------------------------------------------------------- pickled


@pytest.mark.parametrize("version", VERSIONS)
def test_a_bundled_dataset_is_pickled_as_its_version_and_digest(version):
    dataset = nordic.load(version)
    data = pickle.dumps(dataset)
    assert len(data) < 1000
    assert pickle.loads(data) is dataset  # noqa: S301
    assert copy.copy(dataset) is copy.deepcopy(dataset) is dataset


@pytest.mark.parametrize("function", [nordic.partners_of, nordic.get, nordic.records, nordic.load])
def test_a_function_of_the_package_is_pickled_without_the_data(function):
    data = pickle.dumps(function)
    assert len(data) < 1000
    assert pickle.loads(data) == function  # noqa: S301
    assert getattr(function, "__self__", nordic.load()) is nordic.load()


def test_a_pickled_function_answers_in_another_process():
    code = "import pickle, sys; print(len(pickle.load(sys.stdin.buffer)('Aalto University')))"
    asked = subprocess.run(
        [sys.executable, "-c", code], input=pickle.dumps(nordic.partners_of), capture_output=True, check=True
    )
    assert int(asked.stdout) == len(nordic.partners_of("Aalto University"))


def test_a_pickle_of_a_release_that_is_not_here_says_which_are():
    data = pickle.dumps(nordic.load("2026.11.0"), protocol=0).replace(b"2026.11.0", b"2026.10.0")
    with pytest.raises(UnknownReleaseError, match=r"no data release '2026\.10\.0' is bundled; there are: 2026\.11\.0"):
        pickle.loads(data)  # noqa: S301


def test_a_pickle_of_a_release_with_another_digest_says_both():
    digest = nordic.load("2026.11.0").release.digest
    data = pickle.dumps(nordic.load("2026.11.0"), protocol=0).replace(digest.encode(), b"0" * 64)
    with pytest.raises(ReleaseMismatchError, match=f"expected SHA-256 {'0' * 64}, found {digest}"):
        pickle.loads(data)  # noqa: S301
