"""Pages over HTTP: the only package that imports the client. `fetcher` is its front, imported where it is used."""
