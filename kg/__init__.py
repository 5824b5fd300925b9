"""spacekg: a knowledge graph of space cooperation, read from agencies' press releases."""

__version__ = "0.1.0"
