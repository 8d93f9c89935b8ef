"""Hours of ordinary work, watched for what grows."""
