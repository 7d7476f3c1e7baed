"""What is shown in the window: groups of controls that a presenter can hide."""
