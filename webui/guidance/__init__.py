"""Short guidance for each screen: on its page, on the tour, and printed by role."""

from webui.guidance.screen import Screen, of_endpoint, of_role, screens

__all__ = ["Screen", "of_endpoint", "of_role", "screens"]
