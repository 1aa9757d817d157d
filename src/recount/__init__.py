"""One defensible account of casualties: the front door."""
