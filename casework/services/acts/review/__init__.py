"""The kajian, its way to those who decide, and the pleno."""
