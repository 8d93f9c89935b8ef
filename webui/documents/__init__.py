"""Documents: letters, signatures, bundles, registers, public verification."""
