"""The unit of work and what every use case writes with: rows, numbers, drafts, the outbox."""
