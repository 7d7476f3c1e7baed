"""Two runs side by side, in lockstep: the dialog that asks which, and the window they are in."""
