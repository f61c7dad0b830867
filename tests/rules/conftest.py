"""How hypothesis looks for counterexamples: a slow machine is no failure."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("planpress", deadline=None)
settings.load_profile("planpress")
