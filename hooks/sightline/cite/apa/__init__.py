"""APA Style, 7th edition: reference list and in-text citations."""
