"""A window in which a small neural network learns handwritten digits while you watch."""

import os

__version__ = "0.1.0"

# Before anything imports numpy, here and in the training process, which inherits it. With
# a busy neighbour (the window) a second BLAS thread makes steps slower; and results repeat
# bit for bit only with the same number of threads.
for _variable in (
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OMP_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
):
    os.environ.setdefault(_variable, "1")
