"""Exports: one format a file, each a writer with two verbs, write and finalize.

Three rooms share one manner of use, and one list of formats each (`FORMATS`):

    kg.export.rdf.write(quads, "trig", "all.trig")
    kg.export.network.write(graph, "gexf", "agencies.gexf")
    kg.export.table.write(rows, "csv", "-")
"""
