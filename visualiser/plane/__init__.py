"""The large map of the plane, with the data points on it."""
