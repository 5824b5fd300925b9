"""XML by hand: text and attributes escaped so that a reader gets back the same characters."""

from __future__ import annotations

import re
from typing import Final

# What XML 1.0 cannot carry in any form, not even as a reference.
_ILLEGAL: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
# A reader turns raw white space in an attribute into blanks; a reference stays what it is.
_ATTRIBUTE: Final = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def is_legal(value: str) -> bool:
    """Tell whether XML can carry every character of `value`."""
    return _ILLEGAL.search(value) is None


def text(value: str) -> str:
    """Return `value` as the text of an element; an illegal character becomes U+FFFD."""
    return _ILLEGAL.sub("\ufffd", value).translate(_TEXT)


def attributes(**values: str | int | float | None) -> str:
    """Return the attributes of a tag, each with a blank before it; None is left out.

    A trailing underscore is dropped from a name, as in `class_` and `for_`.
    """
    given = ((name.rstrip("_"), str(v)) for name, v in values.items() if v is not None)
    return "".join(f' {name}="{quoted(value)}"' for name, value in given)


def quoted(value: str) -> str:
    """Return `value` as it stands between the double quotes of an attribute."""
    return _ILLEGAL.sub("\ufffd", value).translate(_ATTRIBUTE)
