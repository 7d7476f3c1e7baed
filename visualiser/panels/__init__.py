"""One file a panel. Panels see snapshots and never import each other."""
