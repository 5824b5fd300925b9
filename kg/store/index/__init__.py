"""The index of a store on disk: tables derived from the quads, for look-ups that SPARQL is slow at.

One SQLite file beside the quads. It holds who said what (`ledger`), and the words of labels and
quotes (`finding`). Nothing stands in it that the quads do not say, so it can be made again at any
time. A change is announced in the index before it is made in the quads and struck out with the rows
that follow from it, so that after a crash it is known which releases to read again.
"""
