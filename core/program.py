"""What the program is called where it keeps files."""

PROGRAM = "visualiser"
