"""The domain of the case engine; it knows neither Flask nor Prefect."""

import gc

# The law is half a million objects that live as long as the process. At Python's own threshold the
# collector walks them so often that it takes a quarter of a start and a tenth of an act.
gc.set_threshold(50_000, 20, 100)
