"""``python -m catalogue build`` and ``python -m catalogue serve``."""

import argparse
import functools
import http.server
from pathlib import Path
from typing import Final

OUT: Final = Path("site")


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m catalogue", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, what in {
        "build": "make the whole site in a folder",
        "serve": "serve the folder on this machine",
        "check": "follow its links, and look at pages of every kind in Chromium",
    }.items():
        command = commands.add_parser(name, help=what)
        command.add_argument("--folder", type=Path, default=OUT, help="where the site lies (default: %(default)s)")
        if name == "serve":
            command.add_argument("--port", type=int, default=8000)
    arguments = parser.parse_args()
    if arguments.command == "build":
        from .build import build

        build(arguments.folder)
    elif arguments.command == "serve":
        serve(arguments.folder, arguments.port)
    else:
        from .checks import check

        check(arguments.folder)


def serve(folder: Path, port: int) -> None:
    """Serve a folder to this machine alone, until somebody stops it."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        print(f"http://127.0.0.1:{server.server_port}/ serves {folder}; Ctrl-C ends it")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
