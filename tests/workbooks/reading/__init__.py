"""Reading what arrives, compared with what other readers read and what the format says."""
