"""What runs between two acts of officers: the only place that knows Prefect."""
