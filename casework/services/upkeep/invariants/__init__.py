"""What must hold after any fault, each checked by reading everything back."""
