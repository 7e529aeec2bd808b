"""Phrase lists per language, as data; `cues.lexicon` reads them."""
