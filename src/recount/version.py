"""The version of Recount: part of every cache key and every release."""

__version__ = "0.1.0"
