"""How well scores agree with the grades that people gave."""
