"""Keys for entities that the authority does not know: made from class and name alone."""

from __future__ import annotations

import re

from kg.names import slug

_CLASS = re.compile(r"(?<=[a-z])(?=[A-Z])")


def path_of(kind: str) -> str:
    """Return the part of a key that names a class: "LaunchVehicle" gives "launch-vehicle"."""
    return _CLASS.sub("-", kind).lower()


def key_of(kind: str, name: str) -> str:
    """Return the key of the entity of this class and name."""
    return f"{path_of(kind)}/{slug(name) or 'unnamed'}"
