"""Where pages come from: the network, files, standard input, archives; each yields a `Response`.

Nothing is imported here: the client and the archive reader are loaded by whoever needs them.
"""
