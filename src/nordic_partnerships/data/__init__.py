"""The bundled data releases, each a folder of its own; ``README.md`` says what every field means."""
