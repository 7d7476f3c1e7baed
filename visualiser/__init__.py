"""A window in which a small neural network learns handwritten digits while you watch."""

# Before anything imports numpy: it sees to it that BLAS uses one thread.
import core  # noqa: F401 (pins BLAS)

__version__ = "0.1.0"
