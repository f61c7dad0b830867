"""Tests of PlanPress, run by `make test`."""
