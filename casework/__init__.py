"""The domain of the case engine; it knows neither Flask nor Prefect."""
