"""What several detectors and the engine need to know of a line: caption cues, credit grammar, breadcrumbs, ownership.

Nothing here decides; it reads a line, or compares texts, and says what it found. Phrases are data, in `lexicon/`.
"""
