"""`python -m bench [scoring] [pages] [site]`: measurements as JSON, all of them unless some are named."""

import json
import sys

from bench import pages, scoring, site

MEASURES = {"scoring": scoring.measure, "pages": pages.measure, "site": site.measure}

if __name__ == "__main__":
    names = sys.argv[1:] or list(MEASURES)
    if not MEASURES.keys() >= set(names):
        sys.exit(f"known are {', '.join(MEASURES)}")
    print(json.dumps({name: MEASURES[name]() for name in names}, indent=2, ensure_ascii=False))
