"""Choosing the data that a network learns from."""
