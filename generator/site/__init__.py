"""The public site as a pure function: a corpus to pages and files by address."""

from generator.site.page import Entry, MarkdownPage, Page, SiteFile
from generator.site.site import site_files

__all__ = ["Entry", "MarkdownPage", "Page", "SiteFile", "site_files"]
