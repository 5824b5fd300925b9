"""Pages: a document as HTML, complete without scripts, everything escaped."""

from kg.publish.pages.page import page

__all__ = ["page"]
