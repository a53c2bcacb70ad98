"""``python -m jdlint``."""

from jdlint.cli.main import run

if __name__ == "__main__":
    run()
