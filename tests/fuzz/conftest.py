"""The pages with one officer a role, as the tests of the pages have them."""

from tests.web.conftest import as_role, flask, served

__all__ = ["as_role", "flask", "served"]
