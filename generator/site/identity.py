"""What an office says of its site in mkdocs.yml: nothing is made up where it says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

_WEB = ("http", "https")


@dataclass(frozen=True, slots=True)
class SiteIdentity:
    """The site's own facts; "" for what the office does not give.

    Attributes:
        name: name of the site.
        url: its public address, with a stroke at the end.
        organizer: 主办单位.
        site_code: 网站标识码.
        icp: ICP备案号.
        police: 公安备案号.
    """

    name: str = ""
    url: str = ""
    organizer: str = ""
    site_code: str = ""
    icp: str = ""
    police: str = ""

    @property
    def address(self) -> str:
        """The public address, or "" if it is none of the web."""
        parts = urlsplit(self.url)
        if parts.scheme not in _WEB or not parts.netloc:
            return ""
        return self.url if self.url.endswith("/") else f"{self.url}/"

    @property
    def metadata(self) -> Iterator[tuple[str, str]]:
        """What every page says of the site, by the names of 政府网站发展指引, annex 2."""
        facts = (
            ("SiteName", self.name),
            ("SiteDomain", urlsplit(self.address).netloc),
            ("SiteIDCode", self.site_code),
        )
        return ((name, value) for name, value in facts if value)
