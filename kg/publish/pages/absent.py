"""The page that stands where nothing lies, or where something lay: what, why, and where to go on."""

from __future__ import annotations

from urllib.parse import urlsplit

from kg.publish.documents.document import Store
from kg.publish.pages.links import Links
from kg.publish.pages.page import written
from kg.publish.pages.setting import Setting
from kg.publish.pages.texts import texts
from kg.publish.site import Gone

TEMPLATE = "absent.html"


def page(store: Store, path: str, language: str, gone: Gone | None = None) -> bytes:
    """Return the page for an address, whose `path` tells how links lead out of it."""
    return _page(Setting.of(store, path, language), gone)


def anywhere(store: Store, language: str) -> bytes:
    """Return the page that a host of files shows at any address where it has none."""
    root = urlsplit(store.addresses.public).path
    links = Links("", store.addresses, language, root)
    return _page(Setting(store, links, texts(language)), None)


def _page(setting: Setting, gone: Gone | None) -> bytes:
    heading = setting.texts("missing" if gone is None else "gone")
    return written(TEMPLATE, setting, {"heading": heading, "key": "", "here": "", "gone": gone})
