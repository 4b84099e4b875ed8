"""The department's desk as a local web page: what the commands do, without a terminal."""
