"""From a file to contact records and interactions: one module a source."""
