"""From what people write to records: folding a name, the index of names, and resolving a key."""
