"""What is needed to make the product, and is no part of it."""
