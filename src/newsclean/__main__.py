"""`python -m newsclean` is the `newsclean` command."""

from newsclean.cli import main

if __name__ == "__main__":
    main()
