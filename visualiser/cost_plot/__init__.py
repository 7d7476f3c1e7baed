"""The cost plot: its lines, scales, legend, menu, readout, and what can be taken away from it."""
