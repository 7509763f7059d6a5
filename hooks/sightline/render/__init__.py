"""From the corpus to pages: finished HTML at the addresses of ``urls``."""

from sightline.render.everything import pages, redirects
from sightline.render.page import Page, Redirect, SearchEntry
from sightline.render.site import Renderer

__all__ = ["Page", "Redirect", "Renderer", "SearchEntry", "pages", "redirects"]
