"""The parts that a pattern is made of, as Python's own parser of patterns gives them.

The parser (`re._parser`) is private, but nothing public reads lookarounds. Who reads what it gives must take a part that
is not known for one that says nothing.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

_parser: Final = import_module("re._parser")
VERSION: Final = "{}.{}".format(*sys.version_info)
"""What is worked out from the parts of patterns holds for this version of Python alone."""


@lru_cache(maxsize=8)
def parsed(pattern: str) -> Any:
    """Return the parts of a pattern, each with its kind; several questions are asked of them in turn."""
    return _parser.parse(pattern)
