"""All examples as small pictures, how each is read, and how one was read before."""
