"""Graphs of releases as a folder of files: what a cluster writes and `spacekg load` reads.

    part-00000.nq.gz ...   sorted N-Quads, each release whole in one file
    facts.parquet/         the facts as a table
    rejected/              releases that did not conform or could not be read, with their reports
    base.nq.gz             the ontology and the authority
    _manifest.json         what it was made from and by, what is in it; it is written last

The same releases give the same bytes, however many machines took part.
"""

from kg.shards.manifest import Manifest, Shard, read

__all__ = ["Manifest", "Shard", "read"]
