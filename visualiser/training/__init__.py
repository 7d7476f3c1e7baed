"""The process that trains, the channel to it, and its owner in the window."""
