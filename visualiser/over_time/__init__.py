"""The layers over the run: gradient norms, saturation, and how W and a are spread."""
