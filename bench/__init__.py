"""Benchmarks: `make bench` prints one JSON object. Ratios are taken within one run; nothing here is a timed test."""
