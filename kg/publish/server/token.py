"""The word that lets a client write: kept in a file that nobody else may read."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from kg.errors import RequestRefusedError, UsageError

_OTHERS: Final = 0o077
_SHORTEST: Final = 16
_SCHEME: Final = "bearer"


@dataclass(frozen=True, slots=True)
class Token:
    """A bearer token (RFC 6750)."""

    word: str = field(repr=False)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a file; UsageError where others may read it, or its word is short enough to guess."""
        try:
            mode, word = path.stat().st_mode, path.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(
                f"cannot read the token in {path}: {error}", "Check the file."
            ) from error
        if mode & _OTHERS:
            raise UsageError(f"others may read the token in {path}", f"Run: chmod 600 {path}")
        if len(word) < _SHORTEST or not word.isascii():
            raise UsageError(
                f"the token in {path} is no word of {_SHORTEST} characters or more",
                f"Make one with: (umask 077; openssl rand -hex 32 > {path})",
            )
        return cls(word)

    def check(self, authorization: str | None) -> None:
        """Raise RequestRefusedError (401) where the header does not give the word."""
        scheme, _, word = (authorization or "").partition(" ")
        # The comparison takes as long for a near miss as for a wide one.
        fits = hmac.compare_digest(word.strip().encode(), self.word.encode())
        if scheme.lower() != _SCHEME or not fits:
            raise RequestRefusedError(
                "this needs a token", "Send: Authorization: Bearer TOKEN", status=401
            )
