"""The dialog in which a new network is put together, and what it begins with is chosen."""
