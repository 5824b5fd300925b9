"""Open an endpoint by what a user says of it: its addresses and how to prove who one is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from kg.errors import UsageError
from kg.store.remote import credentials
from kg.store.remote.protocol import Endpoint
from kg.store.remote.store import RemoteStore
from kg.store.remote.transport import TIMEOUT, Transport
from kg.store.remote.view import RemoteView
from kg.vocab import DEFAULT_BASE


@dataclass(frozen=True, slots=True)
class Address:
    """Where an engine is: its URLs, the method of authentication, its time limit in seconds."""

    query: str
    update: str | None = None
    auth: str | None = None
    timeout: float = TIMEOUT

    def endpoint(self) -> Endpoint:
        """Return the endpoint, with credentials from the environment or netrc where asked for.

        Raises UsageError for an address that is no http(s) URL, or for missing credentials.
        """
        for url in (self.query, self.update):
            if url is not None:
                _check(url)
        found = credentials.find(self.update or self.query, self.auth) if self.auth else None
        return Endpoint(self.query, self.update, Transport(found, self.timeout))


def open_endpoint(address: Address, base: str = DEFAULT_BASE) -> RemoteView | RemoteStore:
    """Open an engine: to write where the address has an update endpoint, else to read."""
    endpoint = address.endpoint()
    if endpoint.update is None:
        return RemoteView(endpoint, base=base)
    return RemoteStore.open(endpoint, base=base)


def _check(url: str) -> None:
    credentials.refuse_in(url)
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise UsageError(f"{url!r} is no URL of an endpoint", "Write it as http://host/sparql.")
