"""The law and its arithmetic: pure functions over dated data; no files, no clock, no database."""
