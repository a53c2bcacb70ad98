"""All that touches disk, processes and the network."""
