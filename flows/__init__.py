"""The order of work: stages as plain functions, and the same line as a Prefect flow."""
