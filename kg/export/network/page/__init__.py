"""A network as one page: the drawing, its data, and a small program that shows the sentences.

The page asks nobody for anything. Its own policy (Content-Security-Policy) forbids it to, and lets no
other program run than the one that it came with. Without scripts it is a picture and a table.
"""
