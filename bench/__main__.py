"""`python -m bench`"""

import json

from bench import pages, scoring, site

if __name__ == "__main__":
    print(json.dumps({"scoring": scoring.measure(), "pages": pages.measure(), "site": site.measure()}, indent=2))
