"""The timeline: where everything of a run stands on it, how it is drawn, what is done there."""
