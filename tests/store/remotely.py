"""Reach the servers of the tests as a store."""

from __future__ import annotations

from kg.store.remote.credentials import Credentials
from kg.store.remote.protocol import Endpoint
from kg.store.remote.transport import Transport
from tests.servers import Engine


def writable(engine: Engine) -> Endpoint:
    """Return the endpoint of a server, to read and to write."""
    who = Credentials("digest", engine.user, engine.password) if engine.user else None
    return Endpoint(engine.query, engine.update, Transport(who))
