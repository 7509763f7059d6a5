"""``python -m sightline``, and the command ``sightline``."""


def main() -> int:
    """Run the front command. Ctrl+C ends it without a traceback, also while what it needs is being loaded."""
    try:
        from sightline.cli import main as run

        return run()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main())
