"""A program to be frozen: it asks the newest release, an older one and the rules, and runs the command line."""

import sys

import nordic_partnerships as nordic
from nordic_partnerships._cli import main

if nordic.load("2026.11.0").check() or "University of Helsinki" not in [
    partner.name for partner in nordic.partners_of("Aalto University")
]:
    sys.exit("another answer than that of the installed package")
sys.exit(main(sys.argv[1:]))
