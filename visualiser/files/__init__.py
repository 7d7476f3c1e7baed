"""The run as a file: saved, opened, and never lost without a question."""
