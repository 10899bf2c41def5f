"""Serves a built site below its sub-path on the loopback address, as GitHub Pages does.

Compressed text, a redirect to the address with a slash, 404.html for what is not there,
ten minutes of cache. Knows nothing of how the site is built.
"""

from __future__ import annotations

import functools
import gzip
import mimetypes
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

PREFIX = "/gp-migration-guide/"
LEVEL = 6  # of gzip, as the host sends it
mimetypes.add_type("text/javascript", ".js")
TEXTS = ("text/", "application/json", "application/xml", "image/svg")


@functools.cache
def packed(body: bytes) -> bytes:
    """Compress a file once for all who ask for it."""
    return gzip.compress(body, LEVEL, mtime=0)


class Pages(ThreadingHTTPServer):
    """A server of one folder; `sent` is the address and the bytes of every answer so far."""

    daemon_threads = True

    def __init__(self, root: Path, prefix: str = PREFIX, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.root = root
        self.prefix = prefix
        self.sent: list[tuple[str, int]] = []

    @property
    def origin(self) -> str:
        """The address of the host, without a slash at its end."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def url(self) -> str:
        """The address of the site's home page."""
        return f"{self.origin}{self.prefix}"

    def handle_error(self, *_: object) -> None:
        """Say nothing of who went before the answer came; anything else is a fault of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            raise

    def start(self) -> Pages:
        """Serve from another thread until `shutdown` is called."""
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # hosts do: a body must not wait 40 ms for its head's receipt
    server: Pages

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        inside = path.removeprefix(self.server.prefix)
        file = self.server.root / inside
        if inside == path:
            self._answer(404, b"Outside the site", "text/plain")
        elif file.is_dir() and not path.endswith("/"):
            self._move(f"{path}/")
        else:
            self._file(file / "index.html" if file.is_dir() else file)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output quiet."""

    def _file(self, file: Path) -> None:
        if not file.is_file():
            page = self.server.root / "404.html"
            self._answer(404, page.read_bytes(), "text/html; charset=utf-8")
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        self._answer(200, file.read_bytes(), kind + charset)

    def _move(self, to: str) -> None:
        self.send_response(301)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: int, body: bytes, kind: str) -> None:
        is_packed = "gzip" in self.headers.get("Accept-Encoding", "") and kind.startswith(TEXTS)
        if is_packed:
            body = packed(body)
        self.server.sent.append((self.path, len(body)))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    pages = Pages(Path(sys.argv[1]), port=int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    print(pages.url, flush=True)
    pages.serve_forever()
