"""How fast the library is, beside libraries that do a part of the same: ``python -m benchmarks`` prints the table.

docs/performance.md says what each line means.
"""
