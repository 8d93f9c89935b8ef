"""The Prefect side of the product: flows that carry out the effects of acts, and their worker.

No other package imports Prefect.
"""
