"""Forms of the report: each turns findings into one kind of text."""
