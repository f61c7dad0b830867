"""Reading documents and pages back, as their readers see them, and holding them to the plan."""
