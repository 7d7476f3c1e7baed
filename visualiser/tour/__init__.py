"""The tour: chapters in files, read, checked, and done in the window."""
