"""Questions about a network."""
