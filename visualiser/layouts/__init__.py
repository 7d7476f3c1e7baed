"""Layouts: where the panels stand beside the network, and how they are moved."""
