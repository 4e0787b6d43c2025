"""Question documents and the file formats they come in. Plain Python, no Django."""
