"""Commands of the `casework` command line; each module holds one, named `command`."""
