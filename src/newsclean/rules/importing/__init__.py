"""Rules of other systems, carried over into ours: one module a format, `xpath` and `selectors` below them."""
