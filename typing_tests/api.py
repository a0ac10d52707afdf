"""The types that a program sees: checked by mypy and pyright, never run."""

from datetime import date
from typing import assert_type

import nordic_partnerships as nordic
from nordic_partnerships import (
    EVER,
    Agreement,
    Dataset,
    Event,
    Explanation,
    Indicator,
    Initiative,
    Match,
    Membership,
    Moment,
    Network,
    Organization,
    PartialDate,
    Partnership,
    Record,
    Resolution,
    Size,
    SizedNetwork,
    Source,
    Statement,
    Status,
    Theme,
)

assert_type(nordic.organization("aalto-university"), Organization)
assert_type(nordic.network("leru"), Network)
assert_type(nordic.partnership("x"), Partnership)
assert_type(nordic.agreement("x"), Agreement)
assert_type(nordic.initiative("x"), Initiative)
assert_type(nordic.event("x"), Event)
assert_type(nordic.theme("x"), Theme)
assert_type(nordic.source("x"), Source)
assert_type(nordic.get("x"), Record)
assert_type(nordic.find("x", limit=3), tuple[Match, ...])
assert_type(nordic.resolve_many(["x", None]), tuple[Resolution, ...])
assert_type(nordic.partners_of("x", kind="strategic partnership", as_of="2018"), tuple[Organization, ...])
assert_type(nordic.partnerships_of("x", theme="ice", as_of=date(2018, 5, 1)), tuple[Partnership, ...])
assert_type(nordic.partnerships_between("x", "y", as_of=EVER), tuple[Partnership, ...])
assert_type(nordic.agreements_of("x", as_of=PartialDate(2018)), tuple[Agreement, ...])
assert_type(nordic.initiatives_of("x"), tuple[Initiative, ...])
assert_type(nordic.networks_of("x", role="member"), tuple[Network, ...])
assert_type(nordic.members_of("x", country="FI"), tuple[Organization | Network, ...])
assert_type(nordic.memberships_of("x"), tuple[Membership, ...])
assert_type(nordic.shared_networks("x", "y"), tuple[Network, ...])
assert_type(nordic.networks_by_size(at_least=10), tuple[SizedNetwork, ...])
assert_type(nordic.statements_of("x"), tuple[Statement, ...])
assert_type(nordic.indicators_of("x"), tuple[Indicator, ...])
assert_type(nordic.events_of("x"), tuple[Event, ...])
assert_type(nordic.themes_of("x"), tuple[Theme, ...])
assert_type(nordic.timeline("x"), tuple[Moment, ...])
assert_type(nordic.status(nordic.partnership("x"), "2018"), Status)
assert_type(nordic.explain("x"), Explanation)
assert_type(nordic.organizations(country="FI"), tuple[Organization, ...])
assert_type(nordic.load(), Dataset)
assert_type(nordic.load().records(Network), tuple[Network, ...])
assert_type(nordic.network("x").size("members", as_of="2010"), Size | None)

for network, size in nordic.networks_by_size():
    assert_type(network, Network)
    assert_type(size.count, int)
