"""What the whole test run needs: a database server of its own and a browser. People and helpers: tests/conftest.py."""

pytest_plugins = ["tests.plugins.database", "tests.plugins.browser"]
