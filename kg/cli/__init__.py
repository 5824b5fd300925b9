"""The command line, and the only place that knows click: one file a command.

`program` finds the commands, `options` holds what several of them share, `streams` reads and
writes files, standard input and standard output; every other module is the command of its name.
"""

from kg.cli.program import main

__all__ = ["main"]
