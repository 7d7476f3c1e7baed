"""``visualiser`` and ``python -m visualiser``.

Imports nothing at the top: the training process loads this module as well, and needs
neither the command line nor Qt.
"""


def main() -> int:
    """Run the program; return its exit status."""
    import sys  # noqa: PLC0415 (loaded when wanted)

    try:
        from visualiser.command_line import run  # noqa: PLC0415 (loaded when wanted)
    except ImportError as error:
        if "shared object" not in str(error):
            raise
        # Qt itself is not there to translate this.
        sys.stderr.write(
            f"visualiser: Qt lacks a library of this system ({error}); the README names the "
            "packages to install.\n"
        )
        return 1
    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
