"""What the product says of a fixed corpus, to compare one state of the code with another."""
