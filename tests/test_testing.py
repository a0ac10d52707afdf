"""The strategies make what their docstrings promise, with all the variety that questions about time need."""

from collections import Counter

from hypothesis import given, seed, settings

from nordic_partnerships import Agreement, Membership, Network, PartialDate, Period, Revision, Tombstone
from nordic_partnerships._curation.rules import CONSISTENCY, check
from nordic_partnerships._curation.rules.figures import stated_at
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships._structure import structural_problems
from nordic_partnerships.kinds import RosterStatus
from nordic_partnerships.testing import datasets

many = settings(max_examples=200, derandomize=False, database=None)


def overlaps(period, moment):
    """Say whether a membership may begin while its network is being founded."""
    start = period.start
    return isinstance(start, PartialDate) and start.first < moment.last and moment.first < start.last


def kinds_of(dataset):
    """Yield what is interesting about a dataset, in words."""
    pairs = Counter((membership.network, membership.member) for membership in dataset.records(Membership))
    if max(pairs.values(), default=0) > 1:
        yield "two memberships of one pair"
    networks = {network.id: network for network in dataset.records(Network)}
    for membership in dataset.records(Membership):
        founded = networks[membership.network].founded
        if founded is not None and overlaps(membership.period, founded):
            yield "a founding within the start of a membership"
        if not isinstance(membership.period.start, PartialDate):
            yield "a membership without a start"
        if membership.remark is not None:
            yield "a membership that a source contradicts"
        if membership.ended_by is not None:
            yield "a membership that is over by a date"
    for network in networks.values():
        if network.roster is RosterStatus.COMPLETE:
            sized = stated_at(dataset, network, network.roster_as_of)
            size = sized and sized.size
            members = dataset.members_of(network, as_of=network.roster_as_of)
            yield "a complete roster with members" if members else "a complete roster without members"
            if size is not None and size.remark is None:
                assert size.count == len(members)
                yield "a size that agrees with the roster"
            elif size is not None:
                yield "a size that does not agree, and says why"
    if len(dataset.networks_by_size()) > 1:
        yield "two networks of known size"
    agreements = {agreement.id: agreement for agreement in dataset.records(Agreement)}
    for agreement in agreements.values():
        renewed = agreements.get(agreement.renews)
        if renewed is not None and renewed.renews and renewed.period == Period() and renewed.signed is None:
            yield "a chain of renewals with an undated link"
    if len({name.text for name in (n for record in networks.values() for n in record.names)}) < sum(
        len(record.names) for record in networks.values()
    ):
        yield "a name of two networks"
    for revision in dataset.records(Revision):
        if isinstance({record.id: record for record in dataset}[revision.record], Tombstone):
            yield "a revision of a tombstone"


EXPECTED = {
    "two memberships of one pair",
    "a founding within the start of a membership",
    "a membership without a start",
    "a membership that a source contradicts",
    "a membership that is over by a date",
    "a complete roster with members",
    "a complete roster without members",
    "a size that agrees with the roster",
    "a size that does not agree, and says why",
    "two networks of known size",
    "a chain of renewals with an undated link",
    "a name of two networks",
    "a revision of a tombstone",
}


def test_every_dataset_passes_the_check_and_all_kinds_of_them_are_drawn():
    seen = Counter()

    @seed(8)
    @many
    @given(datasets())
    def draw(dataset):
        assert structural_problems(dataset) == []
        assert check(dataset, CONSISTENCY) == []
        seen.update(set(kinds_of(dataset)))

    draw()
    assert set(seen) == EXPECTED


@given(datasets(size=6))
def test_a_larger_dataset_passes_the_check_too(dataset):
    assert check(dataset, CONSISTENCY) == []
    assert all(len(dataset.records(cls)) <= 6 for cls in COLLECTIONS.values() if cls not in (Membership, Agreement))


@given(datasets())
def test_a_revision_never_refers_to_a_revision(dataset):
    revisions = {revision.id for revision in dataset.records(Revision)}
    assert not revisions & {revision.record for revision in dataset.records(Revision)}
