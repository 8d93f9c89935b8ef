"""The pleno: registration and the decision for every respondent."""
