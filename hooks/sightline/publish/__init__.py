"""Exports: one module for each format. An artifact is a path from the site's root and its bytes."""

from sightline.publish.artifacts import Artifact, artifacts

__all__ = ["Artifact", "artifacts"]
