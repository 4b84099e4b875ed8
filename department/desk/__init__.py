"""The department's picture of who has reported what: plain data, apart from where it is stored."""
