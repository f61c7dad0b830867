"""Tests of exact quantities, units, intervals and periods."""
