"""Reading rules files: text to nodes with line marks, nodes to the engine's frozen values."""
