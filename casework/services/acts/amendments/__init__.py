"""The law as data that an office amends: revisions, holiday decrees, cases moved to them."""
