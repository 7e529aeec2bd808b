"""What feeds and sitemaps list: bytes in, links out, no I/O."""
