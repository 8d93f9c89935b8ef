"""All reading of cases: access, facts, lists, search, identity, evidence, the record."""
