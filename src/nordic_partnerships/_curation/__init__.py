"""What only curators need: rules, canonical text, documents, schemas, cutting a release, reports.

A question never walks through here; `Dataset.check` is the one door.
"""
