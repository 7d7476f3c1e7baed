"""Collects the texts that a user can read, and compiles their translations."""
