"""``python -m sightline``: the front command."""

from sightline.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
