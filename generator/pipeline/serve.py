"""The site on this machine, renewed as files change, by MkDocs' live server."""

from __future__ import annotations

import errno
import socket
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from generator.pipeline.mkdocs_messages import collected_messages

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.pipeline.site_build import SiteSettings


class Address(NamedTuple):
    """Where to serve: a host name or number, and a port."""

    host: str
    port: int


def address_problem(address: Address) -> str:
    """Say in Chinese why nothing can be served at an address, or ""."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            return _bind_problem(error, address)
    return ""


def _bind_problem(error: OSError, address: Address) -> str:
    if error.errno == errno.EADDRINUSE:
        cure = f"请先关掉占用它的程序，或用“--address {address.host}:端口”换一个"
        return f"端口{address.port}已被占用。{cure}"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"没有权限使用端口{address.port}。请换一个1024以上的端口"
    return f"不能在“{address.host}:{address.port}”上打开网站。请检查地址，通常写127.0.0.1:8000"


class _Server(LiveReloadServer):
    """MkDocs' live server, which says when it can be reached."""

    def __init__(
        self, address: Address, root: str, path: str, ready: Callable[[str], None]
    ) -> None:
        super().__init__(lambda: None, address.host, address.port, root, path)
        self._ready = ready

    def server_activate(self) -> None:
        super().server_activate()
        self._ready(self.url)


def serve(
    settings: SiteSettings,
    address: Address,
    rebuild: Callable[[Path, str], bool],
    ready: Callable[[str], None],
) -> bool:
    """Serve the site until interrupted; a failed rebuild leaves the last good site standing.

    Args:
        settings: what to watch, and the path that the site is under.
        address: where to serve.
        rebuild: builds the site into a folder for an address, and says whether it is good.
        ready: called with the address once it can be reached.

    Returns:
        False if not even the first site could be built.
    """
    path = urlsplit(settings.site_url).path.strip("/")
    with collected_messages(), TemporaryDirectory(prefix="planpress-") as home:
        folders = (Path(home) / str(number) for number in count(1))
        server = _Server(address, home, path, ready)

        def renew() -> None:
            folder = next(folders)
            if rebuild(folder, server.url):
                server.root = str(folder)

        renew()
        if server.root == home:
            server.server_close()
            return False
        server.builder = renew
        for watched in settings.watched:
            server.watch(str(watched))
        try:
            with suppress(KeyboardInterrupt):
                server.serve()  # type: ignore[no-untyped-call]  # MkDocs does not type it
        finally:
            server.shutdown()
    return True
