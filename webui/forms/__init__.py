"""One form a task. A form checks shape only; whether the law allows it, the service says."""
