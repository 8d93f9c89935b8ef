"""The hash-chained record, what stands sealed beside it, and how both are read back."""
