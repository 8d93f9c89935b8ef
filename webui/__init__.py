"""The law division's pages: the only package that knows Flask and WTForms."""
