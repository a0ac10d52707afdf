"""The records: frozen, slotted attrs classes with nothing mutable in them, and the links between them.

``record`` holds what all records share, ``parts``, ``persons`` and ``sizes`` what they are made of; ``organizations``,
``networks`` and the like the classes, which are imported when somebody asks for one; ``files`` which class fills which
file, and ``collections`` all classes; ``fields`` what a field may hold; ``links`` which ids a record holds; ``fits``
what is wrong in a record made by hand.
"""

from .._lazy import lazily

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is when the code runs, without importing typing

if TYPE_CHECKING:
    from .collections import CLASSES, COLLECTIONS, FILES, LIVING, NAMED, Party, Relation
    from .facts import Event, Indicator, Statement, Theme
    from .fields import Shape, shape_of, shapes
    from .files import are_all_living, collection_of, file_of, require_class
    from .fits import misfits
    from .history import Revision, Tombstone
    from .links import citations_of, leaves, references, target_classes
    from .memberships import Membership
    from .networks import Network
    from .organizations import Organization, country_of
    from .partnerships import Partnership
    from .parts import Alternative, Citation, Location, Name
    from .persons import OfficeHolder
    from .plain import to_plain
    from .record import Dated, Named, Record, in_words, names_of
    from .sizes import Size, Sized, sizes_of, with_date
    from .sources import Source
    from .undertakings import Agreement, Initiative
else:
    _HOMES = {
        "collections": ("CLASSES", "COLLECTIONS", "FILES", "LIVING", "NAMED", "Party", "Relation"),
        "facts": ("Event", "Indicator", "Statement", "Theme"),
        "fields": ("Shape", "shape_of", "shapes"),
        "files": ("are_all_living", "collection_of", "file_of", "require_class"),
        "history": ("Revision", "Tombstone"),
        "links": ("citations_of", "leaves", "references", "target_classes"),
        "memberships": ("Membership",),
        "fits": ("misfits",),
        "networks": ("Network",),
        "organizations": ("Organization", "country_of"),
        "partnerships": ("Partnership",),
        "parts": ("Alternative", "Citation", "Location", "Name"),
        "persons": ("OfficeHolder",),
        "plain": ("to_plain",),
        "record": ("Dated", "Named", "Record", "in_words", "names_of"),
        "sizes": ("Size", "Sized", "sizes_of", "with_date"),
        "sources": ("Source",),
        "undertakings": ("Agreement", "Initiative"),
    }
    __getattr__ = lazily(__name__, _HOMES)

__all__ = [
    "CLASSES",
    "COLLECTIONS",
    "FILES",
    "LIVING",
    "NAMED",
    "Agreement",
    "Alternative",
    "Citation",
    "Dated",
    "Event",
    "Indicator",
    "Initiative",
    "Location",
    "Membership",
    "Name",
    "Named",
    "Network",
    "OfficeHolder",
    "Organization",
    "Partnership",
    "Party",
    "Record",
    "Relation",
    "Revision",
    "Shape",
    "Size",
    "Sized",
    "Source",
    "Statement",
    "Theme",
    "Tombstone",
    "are_all_living",
    "citations_of",
    "collection_of",
    "country_of",
    "file_of",
    "in_words",
    "leaves",
    "misfits",
    "names_of",
    "references",
    "require_class",
    "shape_of",
    "shapes",
    "sizes_of",
    "target_classes",
    "to_plain",
    "with_date",
]
