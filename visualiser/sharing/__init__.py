"""Sharing a set-up: a small text that others open, and the file that holds it."""
