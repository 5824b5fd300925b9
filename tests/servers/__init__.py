"""Real SPARQL servers for tests: on loopback, with a data folder of their own, stopped after."""

from tests.servers.engine import Engine
from tests.servers.oxigraph import oxigraph_server
from tests.servers.rdflib_memory import rdflib_server
from tests.servers.virtuoso import virtuoso_server

__all__ = ["Engine", "oxigraph_server", "rdflib_server", "virtuoso_server"]
