"""The application: command line, settings and the invented world; where the parts come together."""

__version__ = "0.1.0"
