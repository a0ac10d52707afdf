"""From bytes to records: bundled releases, and somebody's own folder or zip in the same format.

``bundled`` finds the releases in the package; ``containers`` lists and reads a folder or zip; ``proving`` holds every
byte of one against its descriptor; ``descriptor`` reads that; ``codec`` makes records of bytes. Structure is checked
here, never taste.
"""
