"""The version, apart from the interface that everything else is behind."""

__version__ = "0.1.0"
