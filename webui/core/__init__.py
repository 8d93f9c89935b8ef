"""What every page stands on: session, access, language, errors, forms, components."""
