"""The pad: digits of one's own, drawn, pasted, changed and kept, and what the network says."""
