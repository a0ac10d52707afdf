"""From bytes to records: bundled releases, and somebody's own folder or zip in the same format.

``bundled`` finds the releases in the package; ``containers`` lists and reads a folder or zip; ``proving`` holds every
byte of one against its descriptor; ``descriptor`` reads that; ``json_text`` reads and writes JSON; ``codec`` makes
records of it. Structure is checked here, never taste.
"""
