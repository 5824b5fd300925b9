"""Any SPARQL 1.1 engine over HTTP: read as a view, written as a store."""

from kg.store.remote.opening import Address, open_endpoint
from kg.store.remote.store import RemoteStore
from kg.store.remote.view import RemoteView

__all__ = ["Address", "RemoteStore", "RemoteView", "open_endpoint"]
