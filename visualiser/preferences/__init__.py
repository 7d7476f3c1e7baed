"""The dialog of preferences, made from the table of what can be chosen."""
