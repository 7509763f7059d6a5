"""From the corpus to pages: finished HTML at the addresses of ``urls``."""

from sightline.render.everything import pages, plan
from sightline.render.moved import redirects
from sightline.render.page import Page, Planned, Redirect, SearchEntry
from sightline.render.site import Renderer

__all__ = ["Page", "Planned", "Redirect", "Renderer", "SearchEntry", "pages", "plan", "redirects"]
