"""The cost plane: C over two directions through the present point, with the path travelled."""
