"""What breaks the rules about sources and addresses, and what comes near."""

from datetime import date as day

from nordic_partnerships import Name
from nordic_partnerships._curation.rules.sources import (
    addresses_lead_to_pages,
    documents_are_file_names,
    languages_are_known,
    sources_were_read_in_time,
)

from .building import (
    DIGEST,
    Case,
    date,
    problem,
)

BROKEN = (
    Case(
        addresses_lead_to_pages,
        "the address of a kept copy lacks its beginning",
        {"page": {"archived": "archive.example/2015/north"}},
        (),
        problems=problem(
            "sources",
            "page",
            "archived",
            "'archive.example/2015/north' is not the address of a web page: write it in full, such as "
            "'https://www.aalto.fi/en'",
        ),
    ),
    Case(
        addresses_lead_to_pages,
        "an address runs a script",
        {"page": {"url": "javascript:alert(1)"}},
        (),
        problems=problem(
            "sources",
            "page",
            "url",
            "'javascript:alert(1)' is not the address of a web page: write it in full, such as 'https://www.aalto.fi/en'",
        ),
    ),
    Case(
        addresses_lead_to_pages,
        "an address is that of a file",
        {"page": {"url": "file:///etc/passwd"}},
        (),
        problems=problem(
            "sources",
            "page",
            "url",
            "'file:///etc/passwd' is not the address of a web page: write it in full, such as 'https://www.aalto.fi/en'",
        ),
    ),
    Case(
        addresses_lead_to_pages,
        "an address holds space",
        {"page": {"url": "https://north.example/a b"}},
        (),
        problems=problem(
            "sources",
            "page",
            "url",
            "'https://north.example/a b' is not the address of a web page: write it in full, such as 'https://www.aalto.fi/en'",
        ),
    ),
    Case(
        addresses_lead_to_pages,
        "an address holds a name and a password",
        {"page": {"url": "https://user:pass@north.example/"}},
        (),
        problems=problem(
            "sources",
            "page",
            "url",
            "'https://user:pass@north.example/' is not the address of a web page: write it in full, such as 'https://www.aalto.fi/en'",
        ),
    ),
    Case(
        addresses_lead_to_pages,
        "an address has no scheme",
        {"page": {"url": "www.north.example/page"}},
        (),
        problems=problem(
            "sources",
            "page",
            "url",
            "'www.north.example/page' is not the address of a web page: write it in full, such as 'https://www.aalto.fi/en'",
        ),
    ),
    Case(
        addresses_lead_to_pages,
        "an address has no domain",
        {"page": {"url": "http://localhost/page"}},
        (),
        problems=problem(
            "sources",
            "page",
            "url",
            "'http://localhost/page' is not the address of a web page: write it in full, such as 'https://www.aalto.fi/en'",
        ),
    ),
    Case(
        addresses_lead_to_pages,
        "a website runs a script",
        {"west": {"website": "javascript:alert(1)"}},
        (),
        problems=problem(
            "organizations",
            "west",
            "website",
            "'javascript:alert(1)' is not the address of a web page: write it in full, such as 'https://www.aalto.fi/en'",
        ),
    ),
    Case(
        addresses_lead_to_pages,
        "a website is no address",
        {"west": {"website": "not a url"}},
        (),
        problems=problem(
            "organizations",
            "west",
            "website",
            "'not a url' is not the address of a web page: write it in full, such as 'https://www.aalto.fi/en'",
        ),
    ),
    Case(
        addresses_lead_to_pages,
        "a network's website is data",
        {"circle": {"website": "data:text/html,x"}},
        (),
        problems=problem(
            "networks",
            "circle",
            "website",
            "'data:text/html,x' is not the address of a web page: write it in full, such as 'https://www.aalto.fi/en'",
        ),
    ),
    Case(
        documents_are_file_names,
        "a document climbs out of its folder",
        {"page": {"document": "../../etc/passwd", "sha256": DIGEST}},
        (),
        problems=problem("sources", "page", "document", "'../../etc/passwd' is not a file name: leave out the folder"),
    ),
    Case(
        documents_are_file_names,
        "a document lies at the root",
        {"page": {"document": "/etc/passwd", "sha256": DIGEST}},
        (),
        problems=problem("sources", "page", "document", "'/etc/passwd' is not a file name: leave out the folder"),
    ),
    Case(
        documents_are_file_names,
        "a document is a folder",
        {"page": {"document": "..", "sha256": DIGEST}},
        (),
        problems=problem("sources", "page", "document", "'..' is not a file name: leave out the folder"),
    ),
    Case(
        documents_are_file_names,
        "a document is the folder itself",
        {"page": {"document": ".", "sha256": DIGEST}},
        (),
        problems=problem("sources", "page", "document", "'.' is not a file name: leave out the folder"),
    ),
    Case(
        sources_were_read_in_time,
        "a source was read after the reference date",
        {"page": {"accessed": day(2020, 6, 16)}},
        (),
        problems=problem("sources", "page", "accessed", "2020-06-16 is after the reference date, 2020-06-15"),
    ),
    Case(
        sources_were_read_in_time,
        "a source was read in a far future",
        {"page": {"accessed": day(9999, 1, 1)}},
        (),
        problems=problem("sources", "page", "accessed", "9999-01-01 is after the reference date, 2020-06-15"),
    ),
    Case(
        sources_were_read_in_time,
        "a source was read before there were pages",
        {"page": {"accessed": day(1999, 12, 31), "as_of": None}},
        (),
        problems=problem("sources", "page", "accessed", "1999-12-31 is before 2000: it is the day of reading"),
    ),
    Case(
        sources_were_read_in_time,
        "a source was read before it was written",
        {"page": {"as_of": date("2020-06-16")}},
        (),
        problems=problem("sources", "page", "as_of", "2020-06-16 is after the day on which it was read, 2020-06-15"),
    ),
    Case(
        languages_are_known,
        "a language is a word",
        {"page": {"language": "english!!"}},
        (),
        problems=problem(
            "sources", "page", "language", "'english!!' is not a language code of ISO 639-1, such as 'fi'"
        ),
    ),
    Case(
        languages_are_known,
        "a language is a country",
        {"page": {"language": "xx"}},
        (),
        problems=problem("sources", "page", "language", "'xx' is not a language code of ISO 639-1, such as 'fi'"),
    ),
    Case(
        languages_are_known,
        "the language of a name is no code",
        {"south": {"names": (Name(text="Söder", language="qq9"),)}},
        (),
        problems=problem(
            "organizations", "south", "names[0].language", "'qq9' is not a language code of ISO 639-1, such as 'fi'"
        ),
    ),
    Case(
        languages_are_known,
        "the language of a name is in capitals",
        {"south": {"names": (Name(text="Söder", language="FI"),)}},
        (),
        problems=problem(
            "organizations", "south", "names[0].language", "'FI' is not a language code of ISO 639-1, such as 'fi'"
        ),
    ),
)

KEPT = (
    Case(
        addresses_lead_to_pages,
        "a port, a query, and letters of other languages",
        {"page": {"url": "http://väst.example:8080/sida?a=b#c"}},
        (),
    ),
    Case(
        addresses_lead_to_pages,
        "an address without a path",
        {"west": {"website": "https://west.example"}, "circle": {"website": None}},
        (),
    ),
    Case(
        documents_are_file_names,
        "a file name with dots and space",
        {"page": {"document": "a page..v2 (en).txt", "sha256": DIGEST}},
        (),
    ),
    Case(
        sources_were_read_in_time,
        "read on the reference date, in the year in which it was written",
        {"page": {"accessed": day(2020, 6, 15), "as_of": date("2020")}},
        (),
    ),
    Case(
        sources_were_read_in_time,
        "read on the day on which it was written",
        {"page": {"accessed": day(2020, 6, 15), "as_of": date("2020-06-15")}},
        (),
    ),
    Case(
        sources_were_read_in_time,
        "read in 2000, without a date",
        {"page": {"accessed": day(2000, 1, 1), "as_of": None}},
        (),
    ),
    Case(
        languages_are_known,
        "languages of the north, and none",
        {"page": {"language": "nb"}, "south": {"names": (Name(text="Söder", language="sv"), Name(text="Syd"))}},
        (),
    ),
)
