"""The plan as frozen records: every key of the format, each value with its place."""
