"""Bytes to a parsed, read-only document, and what the page declares about itself."""
