"""Serve the small store on loopback."""

from __future__ import annotations

from kg.publish.imprint import Imprint
from kg.publish.server import application
from kg.publish.server.running import listen, run
from tests.publish.world import world

PUBLIC = "https://data.example.org/space/"
IMPRINT = Imprint(contact="https://example.org/issues")


def main(address: str) -> None:
    host, port = address.split(":")
    with listen(host, int(port)) as bound, world() as store:
        run(application(store, PUBLIC, imprint=IMPRINT), bound)
