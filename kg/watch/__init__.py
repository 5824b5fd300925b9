"""Takes in new releases as they appear in folders and feeds: each once, whatever happens between.

`looking` tells what is new, `state` remembers what was taken, `rounds` puts it into a store. What was
taken is remembered after it is in the store: who is killed between the two admits it again, which
changes nothing.
"""

from kg.watch.rounds import Settings, Watcher
from kg.watch.state import State

__all__ = ["Settings", "State", "Watcher"]
