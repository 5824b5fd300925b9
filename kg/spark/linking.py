"""What releases do to each other: a later one replaces an earlier one of its name, versions are linked.

A store finds that out as releases come; here it is asked of the heads of all of them. What comes back
to the driver are exceptions alone: replaced releases and links between translations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from kg.spark.mapping import Head, Order, Row
from kg.translations import Content, agree
from kg.vocab import SKG

if TYPE_CHECKING:
    from pyspark import RDD

Named: TypeAlias = "tuple[str, Order]"
Links: TypeAlias = "dict[str, tuple[str, ...]]"


def superseded(heads: RDD[Head]) -> frozenset[Named]:
    """Return the releases that a later one of the same name replaces."""
    named = heads.filter(_is_admitted).map(lambda h: (h.release, h.order))
    several = named.groupByKey().filter(lambda group: len(group[1]) > 1)
    return frozenset((name, o) for name, orders in several.collect() for o in sorted(orders)[:-1])


def links(heads: RDD[Head], gone: frozenset[Named]) -> Links:
    """Return the originals of each release that is a translation."""
    dated = heads.filter(lambda h: _is_admitted(h) and (h.release, h.order) not in gone)
    found = dated.flatMap(_by_day).groupByKey().flatMap(lambda group: _linked(group[1]))
    return dict(found.collect())


def _is_admitted(head: Head) -> bool:
    return head.status == "admitted"


def _by_day(head: Head) -> Iterator[tuple[tuple[str, str], Content]]:
    about = head.about
    if about is not None and about.issued is not None and about.publisher is not None:
        yield (about.issued.value, about.publisher.value), about


def _linked(releases: Iterable[Content]) -> Iterator[tuple[str, tuple[str, ...]]]:
    versions = sorted(releases, key=lambda content: content.release.value)
    for one in versions:
        found = [o.release.value for o in versions if o.language < one.language and agree(one, o)]
        if found:
            yield one.release.value, tuple(found)


def shard_of(key: Named, shards: int) -> int:
    """Return the shard that a release belongs to, by its name alone."""
    return crc32(key[0].encode()) % shards


def settled(rows: Iterable[tuple[Named, Row]], linked: Links) -> Iterator[Row]:
    """Yield what is left of sorted rows: of each release the last admitted, with its links.

    A rejected one is kept where it is the last of its name; what could not be read is always kept.
    """
    each = map(itemgetter(1), rows)
    for name, group in groupby(each, key=itemgetter(0)):
        same = list(group)
        if not name:
            yield from same
            continue
        admitted = [row for row in same if row.status == "admitted"]
        yield from (_with_links(row, linked.get(name, ())) for row in admitted[-1:])
        yield from (row for row in same[-1:] if row.status != "admitted")


def _with_links(row: Row, originals: Iterable[str]) -> Row:
    more = {
        f"<{row.release}> <{SKG.translationOf}> <{original}> <{row.graph}> ."
        for original in originals
    }
    if not more:
        return row
    # Not `splitlines`: a literal may hold what else ends a line to Python.
    told = sorted({*row.facts.split("\n")[:-1], *more})
    return row._replace(facts="".join(f"{line}\n" for line in told))
