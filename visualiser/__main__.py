"""``visualiser`` and ``python -m visualiser``.

Imports nothing at the top: the training process loads this module as well, and needs
neither the command line nor Qt.
"""


def main() -> int:
    """Run the program; return its exit status."""
    import gc  # noqa: PLC0415 (loaded when wanted)
    import sys  # noqa: PLC0415 (loaded when wanted)

    # Nearly all that is made from here on stays: modules, and then the window. To look through it
    # for garbage, again and again, is an eighth of the start. Who does something else than open
    # a window, and the window itself once it is there, lets garbage be looked for again.
    gc.disable()
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
