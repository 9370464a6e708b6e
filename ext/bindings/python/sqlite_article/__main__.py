"""python -m sqlite_article: the same as the command sqlite-article."""
import sys

from .cli import main

sys.exit(main())
