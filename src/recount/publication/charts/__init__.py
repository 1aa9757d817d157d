"""Charts as inline SVG made at build time: in percentages, so that they follow the page and its reading direction."""
