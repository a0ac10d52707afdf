"""An application that pins a data release by version and digest, and fails loudly on anything else.

Usage: pinned_application.py [FOLDER_OR_ZIP]
"""

import sys

import nordic_partnerships as nordic

VERSION = "2026.11.0"
SHA256 = "57f6403b07440d95858fda75cd4e1bbbbc32cd6b33d41dd1a89ac0fed5b82607"


def main(copy: str | None = None) -> int:
    """Print one answer from the pinned release, or from a copy of it; return the exit code."""
    try:
        dataset = nordic.open_dataset(copy, sha256=SHA256) if copy else nordic.load(VERSION, sha256=SHA256)
    except nordic.NordicPartnershipsError as error:
        print(error, file=sys.stderr)
        return 1
    partners = dataset.partners_of("university-of-helsinki", kind="strategic partnership")
    print(f"University of Helsinki has {len(partners)} strategic partners in release {dataset.release.version}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
