"""The types that a program sees: checked by mypy and pyright, never run."""

from datetime import date
from typing import Any, assert_type

import pandas as pd
import polars as pl

import nordic_partnerships as nordic
from nordic_partnerships import (
    EVER,
    Agreement,
    Answer,
    Column,
    Comparison,
    Dataset,
    Dispute,
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
    Statement,
    Table,
    Theme,
)
from nordic_partnerships.kinds import NetworkKind, OrganizationKind, PartnershipKind, Role, Status

# Look up: the class asked for is the class that comes back.
assert_type(nordic.organization("aalto-university"), Organization)
assert_type(nordic.network("leru"), Network)
assert_type(nordic.get("x"), Record)
assert_type(nordic.get("LERU", Network), Network)
assert_type(nordic.get("LERU", Network).founded, PartialDate | None)
assert_type(nordic.get("x", Partnership).parties, tuple[str, ...])
assert_type(nordic.find("x", limit=3), tuple[Match[Record], ...])
assert_type(nordic.find("x", among=Organization, country="Nordic"), tuple[Match[Organization], ...])
assert_type(nordic.find("x", among=Organization)[0].record, Organization)
assert_type(nordic.resolve_many(["x", None]), tuple[Resolution[Record], ...])
assert_type(nordic.resolve_many(["x"], among=Organization, country=("NO", "SE")), tuple[Resolution[Organization], ...])
assert_type(nordic.resolve_many(["x"], among=Network)[0].record, Network | None)
assert_type(nordic.resolve_many(["x"], among=Network, inside_text=True)[0].candidates, tuple[Match[Network], ...])
assert_type(nordic.resolve_many(["x"])[0].score, float)

# Partnerships.
assert_type(nordic.partners_of("x", kind="strategic partnership", as_of="2018"), Answer[Organization])
assert_type(nordic.partners_of("x", kind=PartnershipKind.STRATEGIC), Answer[Organization])
assert_type(nordic.partnerships_of("x", theme="ice", as_of=date(2018, 5, 1)), Answer[Partnership])
assert_type(nordic.partnerships_of("x", "y", as_of=EVER), Answer[Partnership])
assert_type(nordic.agreements_of("x", as_of=PartialDate(2018)), Answer[Agreement])
assert_type(nordic.initiatives_of("x", kind="joint project"), Answer[Initiative])
assert_type(nordic.themes_of("x"), Answer[Theme])

# Networks.
assert_type(nordic.networks_of("x", role="member"), Answer[Network])
assert_type(nordic.networks_of("x", "y", role=Role.CHAIR), Answer[Network])
assert_type(nordic.members_of("x", country="FI"), Answer[Organization | Network])
assert_type(nordic.networks_by_size(at_least=10), Answer[SizedNetwork])
assert_type(nordic.size_of("x", "members", as_of="2010"), SizedNetwork | None)
assert_type(
    nordic.networks_of("x", indirect=True, certain=True, attested_since="2021", basis="stated"), Answer[Network]
)
for network, size in nordic.networks_by_size(kind=NetworkKind.ASSOCIATION):
    assert_type(network, Network)
    assert_type(size, Size)
    assert_type(size.count, int)

# Facts, time and why.
assert_type(nordic.statements_of("x", kind="aim"), Answer[Statement])
assert_type(nordic.indicators_of("x", measure="incoming exchange"), Answer[Indicator])
assert_type(nordic.events_of("x"), Answer[Event])
assert_type(nordic.status_of(nordic.get("x", Partnership), as_of="2018"), Status)
assert_type(nordic.timeline_of("x"), Answer[Moment])
assert_type(nordic.explain("x"), Explanation)
assert_type(nordic.disputes_of("x"), Answer[Dispute])

# What an answer is.
partners = nordic.partners_of("x")
assert_type(partners[0], Organization)
assert_type(partners[:2], tuple[Organization, ...])
assert_type(partners.statuses, tuple[Status, ...])
assert_type(partners.undecided, tuple[Organization, ...])
assert_type(partners.ids, tuple[str, ...])

# Everything on record.
assert_type(nordic.records(Theme), Answer[Theme])
assert_type(nordic.organizations(country="Nordic", kind="university"), Answer[Organization])
assert_type(nordic.networks(), Answer[Network])
assert_type(nordic.partnerships(kind="memorandum"), Answer[Partnership])
assert_type(nordic.memberships(member="x", network="y", role="member", as_of="2018"), Answer[Membership])

# Releases.
assert_type(nordic.load("2026.11.0", sha256=None), Dataset)
assert_type(nordic.open_dataset("x"), Dataset)
assert_type(nordic.compare("2026.11.0", nordic.load()), Comparison)
assert_type(nordic.compare("2026.11.0", nordic.load()).about("x"), Comparison)
assert_type(nordic.compare("2026.11.0", "2026.11.1").apply_to(nordic.load("2026.11.0")), Dataset)

# Refused by a checker: each of these lines needs its exemption, or the checker complains of that.
nordic.partners_of("x", kind="strategik")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
nordic.networks(kind=OrganizationKind.ASSOCIATION)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
nordic.networks_of("x", role="founder")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
nordic.status_of("x", "2018")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
nordic.get(key="x")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]

# Tables, files and graphs.
assert_type(nordic.memberships().table(), Table)
assert_type(nordic.memberships().table("names")["text"], tuple[str | int | float | date | None, ...])
assert_type(nordic.memberships().table().columns, tuple[Column, ...])
assert_type(nordic.memberships().to_json(), str)
assert_type(nordic.memberships().table().to_pandas(), pd.DataFrame)
assert_type(nordic.memberships().table().to_polars(), pl.DataFrame)
assert_type(nordic.counts_by_year("x", "members"), Table)
assert_type(nordic.load().write("folder", format="json"), None)
assert_type(nordic.get("x").to_dict(), dict[str, Any])
nordic.to_networkx(nordic.load(), kind="co-membership", national=False)
assert_type(nordic.draw_timeline(nordic.memberships(), nordic.partnerships(), dark=True), nordic.Picture)
assert_type(nordic.draw_history(nordic.load(), "x", "members"), nordic.Picture)
assert_type(nordic.draw_matrix(nordic.memberships()), nordic.Picture)
assert_type(nordic.draw_map(nordic.organizations()), nordic.Picture)
