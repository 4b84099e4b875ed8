"""The department's desk: the command line `rp`, batches and overviews."""
