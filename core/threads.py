"""One thread for BLAS: to be imported before anything imports numpy.

With a busy neighbour, such as a window, a second thread makes steps slower; and results
repeat bit for bit only with the same number of threads. Who has set a number keeps it.
"""

import os

THREAD_VARIABLES = (
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OMP_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)

for _variable in THREAD_VARIABLES:
    os.environ.setdefault(_variable, "1")
