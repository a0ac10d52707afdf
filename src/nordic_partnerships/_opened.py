"""Opening data that is not bundled: somebody's folder or zip."""

from pathlib import Path

from ._arguments import parse_digest
from ._building import BUILDING
from ._dataset import Dataset
from ._store import MemoryStore
from .errors import InvalidTypeError

__all__ = ["open_dataset"]


def open_dataset(path: str | Path, /, *, sha256: str | None = None) -> Dataset:
    """Return the dataset in a folder or a zip that has the format of a release.

    Every byte is proven before anything is parsed, and all of it is opened, or none. A working folder of collections
    without a descriptor, such as ``data/next`` of a checkout, is opened too, as release "next": it has no digest, and
    answers for the day when one of its sources was last read.

    Args:
        path: the folder or the zip.
        sha256: the digest that the release must have.

    Raises:
        ReleaseMismatchError: the release has another digest; the error has both.
        DataError: the release cannot be used; the error lists everything that is wrong with it.

    >>> import nordic_partnerships as nordic
    >>> nordic.open_dataset("no-such-folder")
    Traceback (most recent call last):
    nordic_partnerships.errors.DataError: 1 problem in the data:
      no-such-folder: cannot be opened as a folder or a zip: No such file or directory
    """
    with BUILDING:
        # The command line imports this for every command.
        from ._opening.opening import open_release

    if not isinstance(path, str | Path):
        raise InvalidTypeError(f"expected the path of a folder or a zip, got {type(path).__name__}")
    release, records = open_release(Path(path), parse_digest(sha256))
    return Dataset(MemoryStore.of(release, records))
