"""The deadlines of a case: opened, reminded of, met, expired, derived anew."""
