"""Which limits of a case still matter, for pages; the services know."""

from casework.services.running import matters as matters
from casework.services.running import met_from as met_from
from casework.services.running import still_matters as still_matters
