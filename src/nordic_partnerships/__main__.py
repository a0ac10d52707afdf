"""``python -m nordic_partnerships`` is the command ``nordic-partnerships``."""

import sys

from nordic_partnerships._cli import main

__all__: list[str] = []

if __name__ == "__main__":
    sys.exit(main())
