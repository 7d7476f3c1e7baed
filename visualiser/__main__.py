"""``visualiser`` and ``python -m visualiser``.

Imports nothing at the top: the training process loads this module as well, and needs
neither the command line nor Qt.
"""


def main() -> int:
    """Run the program; return its exit status."""
    import sys  # noqa: PLC0415

    from visualiser.command_line import run  # noqa: PLC0415

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
