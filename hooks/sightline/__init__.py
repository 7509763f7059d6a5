"""Sightline turns curated YAML records into a briefing website with a line of sight to every source.

The data flows one way: ``read`` -> ``check`` -> ``link`` -> ``render`` and ``publish``. Nothing here
knows MkDocs; ``hooks/events.py`` does.
"""
