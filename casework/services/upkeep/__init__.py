"""What the installation does and proves by itself: effects, digests, invariants, figures."""
