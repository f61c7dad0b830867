"""The rules: their pages, run as tests, and the parts that they are made of."""
