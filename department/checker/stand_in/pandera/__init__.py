"""What stands in for pandera."""
