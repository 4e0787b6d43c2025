"""`python -m bench`"""

import json

from bench import scoring

if __name__ == "__main__":
    print(json.dumps({"scoring": scoring.measure()}, indent=2))
