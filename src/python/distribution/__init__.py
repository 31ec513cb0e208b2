"""Makes distributions that need no Java: a folder with a runtime, the libraries and a launcher, as wheel and archive."""
