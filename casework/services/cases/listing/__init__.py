"""Lists of cases: filtered, searched, sorted, a page at a time, and kept as views."""
