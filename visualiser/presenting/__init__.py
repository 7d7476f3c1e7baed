"""Presenting: the network, C and the selected neuron in large type on the whole screen."""
