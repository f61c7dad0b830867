"""Document types: each composes a plan into a format-neutral document."""
