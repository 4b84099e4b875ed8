"""The desk's overview as one self-contained web page: no network, readable without JavaScript."""
