"""Comparing two datasets, of which bundled ones are named by their versions."""

from ._changes import Comparison, compare_datasets
from ._dataset import Dataset
from ._releases import load
from ._text import shown
from .errors import InvalidTypeError

__all__ = ["compare"]


def compare(before: Dataset | str, after: Dataset | str, /) -> Comparison:
    """Return what changed from one dataset to another, each given as such or by the version of a bundled release.

    >>> import nordic_partnerships as nordic
    >>> len(nordic.compare("2026.11.0", nordic.load("2026.11.0")))
    0
    """
    return compare_datasets(_as_dataset(before), _as_dataset(after))


def _as_dataset(data: Dataset | str) -> Dataset:
    if isinstance(data, Dataset):
        return data
    if isinstance(data, str):
        return load(data)
    raise InvalidTypeError(f"expected a dataset or the version of a release, got {shown(data)}")
