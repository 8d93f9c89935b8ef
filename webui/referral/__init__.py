"""Forwarding and what the addressees did."""
