"""Keys for entities that the authority does not know: made from class and name alone."""

from __future__ import annotations

import re

from kg.names import slug

_SMALL = re.compile(r"(?<=\s)(?:the|of|for|and|de|du|des|la|le|les|et)(?=\s)|(?<=\s)[ld]['’]")
_CLASS = re.compile(r"(?<=[a-z])(?=[A-Z])")


def path_of(kind: str) -> str:
    """Return the part of a key that names a class: "LaunchVehicle" gives "launch-vehicle"."""
    return _CLASS.sub("-", kind).lower()


def key_of(kind: str, name: str) -> str:
    """Return the key of the entity of this class and name."""
    words = _SMALL.sub(" ", f" {name} ") if kind != "Person" else name
    return f"{path_of(kind)}/{slug(words) or slug(name) or 'unnamed'}"
