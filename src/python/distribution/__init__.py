"""Makes distributions that need no Java: a folder with a runtime, libraries and a launcher, as wheel and archive."""
