"""From the desk to the register: intake, tracing, the initial review, completion."""
