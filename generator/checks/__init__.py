"""The rules: one rule, one file, and its page beside it."""
