"""Every form drawn from twenty sets of data, checked and looked at: `make test-documents`."""
