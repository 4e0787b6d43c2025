"""`python -m bench [scoring] [pages] [site] [many]`: measurements as JSON; all but the slow one unless named."""

import json
import sys

from bench import many, pages, scoring, site

MEASURES = {"scoring": scoring.measure, "pages": pages.measure, "site": site.measure, "many": many.measure}
QUICK = ["scoring", "pages", "site"]

if __name__ == "__main__":
    names = sys.argv[1:] or QUICK
    if not MEASURES.keys() >= set(names):
        sys.exit(f"known are {', '.join(MEASURES)}")
    print(json.dumps({name: MEASURES[name]() for name in names}, indent=2, ensure_ascii=False))
