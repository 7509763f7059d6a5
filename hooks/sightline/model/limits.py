"""How much of anything there may be. Each limit is far above what a record needs, and low enough that no input, however
hostile, takes more than seconds and some hundred megabytes. Every refusal says the limit and the way out.
"""

MAX_FILE = 4 * 1024 * 1024
"""Bytes of one record file."""
MAX_CONTENT = 256 * 1024 * 1024
"""Bytes of all record files together."""
MAX_LINE = 20_000
"""Characters on one line of a record file."""
MAX_DEPTH = 12
"""Lists and maps in each other in a record file."""
MAX_RECORDS = 30_000
"""Records in one file."""
MAX_ITEMS = 2_000
"""Items of one list inside a record."""
MAX_KEYS = 200
"""Keys of one map; a source has the most, about a hundred."""
MAX_PROBLEMS = 100
"""Problems of one file that are reported at once."""
MAX_COMPARED = 50_000
"""Comparisons of references that lead nowhere with the ids that there are; further ones get no suggestion."""
MAX_TEXT = 60_000
"""Characters of one text."""
MAX_BRACKETS = 400
"""Square brackets in one text."""
MAX_NESTING = 10
"""How deep markup may stand in markup in a text; a list counts twice, for itself and for its item."""
MAX_LINE_FIELD = 1_000
"""Characters of a field of one line."""
MAX_TITLE = 300
"""Characters of a title."""
MAX_ID = 64
"""Characters of an id."""
MAX_ADDRESS = 2_000
"""Characters of a web address."""
MAX_WORKS = 100
"""Works that one endnote stands for, its ibids followed."""
