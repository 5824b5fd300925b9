"""SPARQL for strangers: read-only, each query in a process of its own bounds, nothing fetched.

A request becomes a `Query` (`protocol`), which is checked (`guard`) and goes to an `Answerer`: a pool of
worker processes that open the store to read (`pool`, `worker`), or the engine that a remote store
is (`relay`). The answer comes back in a file, so that the server holds no answer in its memory.
"""
