"""The records: frozen, slotted attrs classes with nothing mutable in them, and the links between them.

``record`` holds what all records share, ``parts`` what they are made of; ``bodies``, ``cooperation``, ``facts``,
``sources`` and ``history`` the classes; ``collections`` which class fills which file; ``fields`` what a field may hold;
``links`` which ids a record holds; ``misfits`` what is wrong in a record made by hand.
"""

from .bodies import Membership, Network, Organization
from .collections import CLASSES, COLLECTIONS, FILES, LIVING, NAMED, collection_of, file_of
from .cooperation import Agreement, Initiative, Partnership
from .facts import Event, Indicator, Statement, Theme
from .fields import Shape, shape_of, shapes
from .history import Revision, Tombstone
from .links import citations_of, leaves, references, target_classes
from .misfits import misfits
from .parts import Alternative, Citation, Location, Name, OfficeHolder, Size
from .record import Dated, Named, Record, Sized, in_words, names_of, sizes_of
from .sources import Source

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
    "Record",
    "Revision",
    "Shape",
    "Size",
    "Sized",
    "Source",
    "Statement",
    "Theme",
    "Tombstone",
    "citations_of",
    "collection_of",
    "file_of",
    "in_words",
    "leaves",
    "misfits",
    "names_of",
    "references",
    "shape_of",
    "shapes",
    "sizes_of",
    "target_classes",
]
