"""Publishing: linked data from one generator, as a server and as a static site.

A `Site` finds what lies at a path: a document, or where to look instead. A document is rendered
into representations, each a media type with its bytes; the server answers with them, the static
site writes them to files, and both are the same.
"""
