"""Builds shards of releases with Apache Spark, on this machine or on a cluster (extra `[spark]`).

`write` is the whole of it: `inputs` finds releases, `mapping` maps and validates them in partitions,
`linking` finds out what is superseded and what is a translation of what, `output` writes. The mapping
is a pure function of release and authority, so that a partition that is lost is worked out again, and
local builds, `--jobs` and Spark give the same quads.
"""

from kg.spark.writing import write

__all__ = ["write"]
