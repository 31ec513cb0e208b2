"""Tests of the package: ``PYTHONPATH=src/python python3 -m unittest discover -s src/python/tests -t src/python``."""
