"""One thread for BLAS: to be imported before anything imports numpy.

With a busy neighbour, such as a window, a second thread makes steps slower; and results
repeat bit for bit only with the same number of threads. Who has set a number keeps it.
"""

import os
import sys

THREAD_VARIABLES = (
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OMP_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)

_came_too_late = "numpy" in sys.modules
_set_before = next((os.environ[name] for name in THREAD_VARIABLES if name in os.environ), None)
# What numpy's BLAS was told.
THREADS = _set_before or ("not limited" if _came_too_late else "1")

# For processes that are started from this one, too.
for _variable in THREAD_VARIABLES:
    os.environ.setdefault(_variable, "1")
