"""What a built site has to pass: its links, its sizes, and pages of every kind in a real browser."""

import sys
from pathlib import Path

__all__ = ["check"]


def check(folder: Path) -> None:
    """Check a built site; end with a failure that lists everything that is wrong."""
    from .browser import faults_in_browser
    from .links import faults_in_files

    faults = [*faults_in_files(folder), *faults_in_browser(folder)]
    if faults:
        sys.exit("\n".join([*faults, f"{len(faults)} faults"]))
    print("no faults")
