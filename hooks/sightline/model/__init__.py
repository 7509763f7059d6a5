"""The records: what an editor writes, typed and frozen.

One definition of each record serves the check of the YAML, the published JSON Schema and the code that
reads it. Pydantic’s core and markdown-it appear here only to say what a field may hold; nothing in this package
reads a file or imports another part of Sightline.
"""
