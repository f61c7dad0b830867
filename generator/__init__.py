"""PlanPress: one plan as structured YAML, checked, as a public site and as official DOCX."""

__version__ = "0.1.0"
