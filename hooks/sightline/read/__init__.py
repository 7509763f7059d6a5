"""From files to raw records: plain maps, lists and text, each with a way back to its line and column."""

from sightline.read.documents import Document
from sightline.read.pages import HandwrittenPage, read_pages
from sightline.read.tree import Content, RawRecord, read_content
from sightline.read.yaml_events import Path, Raw

__all__ = ["Content", "Document", "HandwrittenPage", "Path", "Raw", "RawRecord", "read_content", "read_pages"]
