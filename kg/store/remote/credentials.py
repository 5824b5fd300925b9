"""Who we are to an endpoint: a user and password, or a token, found where secrets are kept.

They come from the environment (`SPACEKG_USER`, `SPACEKG_PASSWORD`, `SPACEKG_TOKEN`) or from the
netrc file, never from a command line or a URL, which others can read. No text made here, repr
included, shows a secret.
"""

from __future__ import annotations

import base64
import netrc
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from kg.errors import UnreadableError, UsageError

METHODS: Final = ("basic", "digest", "bearer")
USER, PASSWORD, TOKEN = "SPACEKG_USER", "SPACEKG_PASSWORD", "SPACEKG_TOKEN"


@dataclass(frozen=True, slots=True)
class Credentials:
    """How to prove who we are: `method` is one of `METHODS`; `user` is empty for a token."""

    method: str
    user: str = ""
    secret: str = field(default="", repr=False)

    @property
    def header(self) -> str | None:
        """Return the Authorization header to send; None for digest, which waits to be asked."""
        match self.method:
            case "basic":
                pair = f"{self.user}:{self.secret}".encode()
                return f"Basic {base64.b64encode(pair).decode()}"
            case "bearer":
                return f"Bearer {self.secret}"
            case _:
                return None


def find(url: str, method: str, environ: Mapping[str, str] = os.environ) -> Credentials:
    """Find the credentials for the endpoint at `url`.

    Raises UsageError where there are none, UnreadableError for a netrc file that does not parse.
    """
    host = urlsplit(url).hostname or ""
    user, secret = environ.get(USER, ""), environ.get(TOKEN if method == "bearer" else PASSWORD, "")
    if method != "bearer" and secret and not user:
        raise UsageError(f"{PASSWORD} is set and {USER} is not", f"Set {USER} as well.")
    if not secret:
        user, secret = _from_netrc(host, environ)
    if not secret:
        wanted = TOKEN if method == "bearer" else f"{USER} and {PASSWORD}"
        raise UsageError(
            f"no credentials for {host}", f"Set {wanted}, or name {host} in your netrc file."
        )
    return Credentials(method, "" if method == "bearer" else user, secret)


def refuse_in(url: str) -> None:
    """Raise UsageError for a URL with a user or password in it; the message does not show it."""
    parts = urlsplit(url)
    if "@" in parts.netloc:
        raise UsageError(
            f"the URL for {parts.hostname} has a user or password in it",
            f"Take it out, set {USER} and {PASSWORD}, and give --auth basic or digest.",
        )


def _from_netrc(host: str, environ: Mapping[str, str]) -> tuple[str, str]:
    named = environ.get("NETRC")
    path = Path(named) if named else Path(environ.get("HOME", "~")).expanduser() / ".netrc"
    try:
        found = netrc.netrc(str(path)).authenticators(host)
    except FileNotFoundError:
        return "", ""
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(f"cannot read {path}", "Check its rights and encoding.") from error
    except netrc.NetrcParseError as error:
        # The parser's message may quote a password.
        raise UnreadableError(
            f"{path} does not parse at line {error.lineno}", "Mend it, or set NETRC to another."
        ) from None
    return (found[0], found[2]) if found else ("", "")
