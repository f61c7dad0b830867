"""The public site as a pure function: corpus to {path: text}."""
