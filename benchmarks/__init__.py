"""What is fast, measured against what else: ``python -m benchmarks NAME [--json]``."""
