"""A real Chromium without a window, spoken to in its own protocol over two pipes, without driver or library."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# Continuous integration has a browser, and fails when it has none.
REQUIRED = bool(os.environ.get("CLAIMCHECK_REQUIRE_BROWSER"))
MISSING = "the HTML report was not tried in a browser: there is no Chromium here (Debian: apt-get install chromium)"
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"),
    *("--remote-debugging-pipe", "--window-size=1200,900", "about:blank"),
)
# Chromium reads commands from file descriptor 3 and writes answers to 4.
LAUNCH = "import os, sys; a = sys.argv; os.dup2(int(a[1]), 3); os.dup2(int(a[2]), 4); os.execv(a[3], a[3:])"
SPARE = 20
KEYS = {"Escape": ("Escape", 27), "/": ("Slash", 191)}


class Page:
    """A page, as `page.open(file)` and `page.run("document.title")`."""

    def __init__(self, write: int, read: int) -> None:
        self._out = os.fdopen(write, "wb")
        self._in = os.fdopen(read, "rb")
        self._number = 0
        self._buffer = b""
        self._session = ""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.errors: list[str] = []
        for domain in ("Page", "Runtime", "Log"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: object) -> dict[str, Any]:
        """Have the browser do something, and wait for its answer."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        self._out.flush()
        while (answer := self._receive()).get("id") != self._number:
            self._note(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def wait(self, method: str) -> None:
        """Wait for an event."""
        while (event := self._receive()).get("method") != method:
            self._note(event)

    def open(self, file: Path, hash: str = "") -> None:
        """Open a file as a user does, from nothing."""
        self.send("Page.navigate", url="about:blank")
        self.wait("Page.loadEventFired")
        self.send("Page.navigate", url=f"{file.resolve().as_uri()}{hash}")
        self.wait("Page.loadEventFired")

    def run(self, script: str) -> Any:
        """The value of a script in the page."""
        answer = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """Press a key and let it go, as "j" or "Escape"."""
        code, number = KEYS.get(key, (f"Key{key.upper()}", ord(key.upper()[0])))
        event = {"key": key, "code": code, "windowsVirtualKeyCode": number}
        text = {"text": key} if len(key) == 1 else {}
        self.send("Input.dispatchKeyEvent", type="keyDown", **event, **text)
        self.send("Input.dispatchKeyEvent", type="keyUp", **event)

    def show(self, *, dark: bool = False, width: int = 1200, height: int = 900, media: str = "screen") -> None:
        """Show the page dark or light, so wide, on the screen or in print."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )

    def picture(self, file: Path) -> None:
        """Save what is seen as a PNG."""
        file.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"]))

    def print(self, file: Path) -> None:
        """Print the page to a PDF."""
        self.send("Emulation.setEmulatedMedia", media="", features=[])
        file.write_bytes(base64.b64decode(self.send("Page.printToPDF", printBackground=True)["data"]))

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            data = os.read(self._in.fileno(), 1 << 20)
            if not data:
                raise RuntimeError("the browser has gone")
            self._buffer += data
        message, _, self._buffer = self._buffer.partition(b"\0")
        event: dict[str, Any] = json.loads(message)
        return event

    def _note(self, event: dict[str, Any]) -> None:
        """Remember what went wrong in the page: exceptions, and what its security policy refused."""
        if event.get("method") == "Runtime.exceptionThrown":
            self.errors.append(str(event["params"]["exceptionDetails"]))
        if event.get("method") == "Log.entryAdded":
            self.errors.append(event["params"]["entry"]["text"])


@contextmanager
def browser() -> Iterator[Page]:
    """A page of a browser that is started for it, and ended after."""
    if CHROMIUM is None:
        raise RuntimeError(MISSING)
    commands_read, commands_write = os.pipe()
    answers_read, answers_write = os.pipe()
    ends = [fcntl.fcntl(end, fcntl.F_DUPFD, SPARE) for end in (commands_read, answers_write)]
    with TemporaryDirectory(prefix="claimcheck-chromium-", ignore_cleanup_errors=True) as profile:
        options = [f"--user-data-dir={profile}", *OPTIONS]
        program = subprocess.Popen(
            [sys.executable, "-c", LAUNCH, *map(str, ends), CHROMIUM, *options],
            pass_fds=ends,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for end in (*ends, commands_read, answers_write):
            os.close(end)
        page = Page(commands_write, answers_read)
        try:
            yield page
        finally:
            page._session = ""
            page.send("Browser.close")
            program.wait(timeout=30)
            page._out.close()
            page._in.close()
