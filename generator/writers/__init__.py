"""Formats: each turns a format-neutral document into bytes."""
