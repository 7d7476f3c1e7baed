"""The dialog in which everything that a step does can be chosen."""
