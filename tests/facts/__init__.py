"""Facts and events read in short sentences of our own."""
