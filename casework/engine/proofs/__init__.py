"""The parts of the proof of an edition: references, graph, tables, limits."""
