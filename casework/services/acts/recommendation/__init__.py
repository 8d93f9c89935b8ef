"""Letters to those who act on a decision, and what they did."""
