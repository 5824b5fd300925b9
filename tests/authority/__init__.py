"""The linter of the authority: the known individuals keep the vocabulary's rules."""
