"""The picture of the network: layout, connections, neurons, colours, legend."""
