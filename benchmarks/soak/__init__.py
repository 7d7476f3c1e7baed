"""Hours at full speed: a package, for a process started from one does not load it as well."""
