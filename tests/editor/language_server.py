"""A YAML language server as an editor runs it: started over stdio, asked, and shut down."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from types import TracebackType

ROOT = Path(__file__).parents[2]
SERVER = (
    ROOT / ".cache/yaml-language-server/node_modules/yaml-language-server/bin/yaml-language-server"
)
INSTALL = "tests/install_yaml_language_server.sh"

Message = dict[str, Any]


class Complaint(NamedTuple):
    """A diagnostic: its message and its place, line and column from 1."""

    message: str
    line: int
    column: int
    end_column: int


class LanguageServer:
    """The server, between the start and the end of a `with` block."""

    def __init__(self) -> None:
        assert SERVER.is_file(), f"the YAML language server is not installed: run {INSTALL}"
        self._process = subprocess.Popen(
            ["node", str(SERVER), "--stdio"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._requests = 0
        self._files = 0
        self._diagnostics: dict[str, list[Message]] = {}

    def __enter__(self) -> Self:
        folder = {"uri": ROOT.as_uri(), "name": "workspace"}
        hover = {"contentFormat": ["markdown"]}
        self.ask(
            "initialize",
            processId=None,
            rootUri=ROOT.as_uri(),
            workspaceFolders=[folder],
            capabilities={"textDocument": {"hover": hover, "publishDiagnostics": {}}},
        )
        self._send({"method": "initialized", "params": {}})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, folder: Path, text: str) -> str:
        """Open a text as a new file in a folder and give its address."""
        self._files += 1
        uri = (folder / f"{self._files}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        return uri

    def complaints(self, folder: Path, text: str) -> list[Complaint]:
        """Give what the server says of a text that is a file in a folder."""
        uri = self.open(folder, text)
        while uri not in self._diagnostics:
            self._take(self._receive())
        return [_complaint(one) for one in self._diagnostics[uri]]

    def hover(self, uri: str, line: int, column: int) -> str:
        """Give what the server shows for a place of an open file, line and column from 1."""
        place = {"line": line - 1, "character": column - 1}
        found = self.ask("textDocument/hover", textDocument={"uri": uri}, position=place)
        return str(found["contents"]["value"]) if found else ""

    def ask(self, method: str, **parameters: object) -> Any:  # noqa: ANN401  # any value of JSON
        """Send a request and give the answer."""
        self._requests += 1
        self._send({"id": self._requests, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if "method" not in message and message.get("id") == self._requests:
                return message["result"]
            self._take(message)

    def _take(self, message: Message) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            parameters = message["params"]
            self._diagnostics[parameters["uri"]] = parameters["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            answer: list[Message] = [{} for _ in message["params"]["items"]]
            self._send({"id": message["id"], "result": answer})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._stream(self._process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        stream.flush()

    def _receive(self) -> Message:
        stream = self._stream(self._process.stdout)
        length = 0
        while header := stream.readline().strip():
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the YAML language server has ended"
        message: Message = json.loads(stream.read(length))
        return message

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        assert stream is not None
        return stream


def _complaint(diagnostic: Message) -> Complaint:
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    return Complaint(
        diagnostic["message"],
        start["line"] + 1,
        start["character"] + 1,
        end["character"] + 1,
    )
