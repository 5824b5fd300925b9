"""A real browser for pages: Debian's Chromium, driven by playwright, with nobody to talk to.

A test takes the fixture `browser` and opens a page; `Visit` keeps what the page asked for and
what it complained of. Only files and loopback can be reached.
"""

from tests.browser.chromium import Chromium, Visit, chromium

__all__ = ["Chromium", "Visit", "chromium"]
