"""What only curators need: rules, canonical text, documents, schemas, cutting a release, reports.

A user's question never walks through here.
"""
