"""The one path that command line, site plugin and tests share."""
