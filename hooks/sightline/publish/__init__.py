"""Exports: one module for each format. An artifact is a path from the site's root and a way to make its bytes."""

from sightline.publish.artifact import Artifact
from sightline.publish.artifacts import Exports, artifacts

__all__ = ["Artifact", "Exports", "artifacts"]
