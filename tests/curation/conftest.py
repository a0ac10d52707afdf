"""The small dataset for tests of rules: its one source tells history, so that it contradicts no date."""

import attrs
import pytest

from nordic_partnerships import Dataset


@pytest.fixture
def small(small):
    records = []
    for record in small:
        citations = tuple(attrs.evolve(citation, attests=False) for citation in record.citations)
        records.append(attrs.evolve(record, citations=citations))
    return Dataset.of(small.release, records)
