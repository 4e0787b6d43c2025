"""What a valid question should still change before people are scored by it."""
