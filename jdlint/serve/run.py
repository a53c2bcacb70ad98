"""Start the server, say where it is, and serve until it is told to stop."""

from __future__ import annotations

import sys
import threading
import webbrowser
from socket import socket

import uvicorn

from jdlint.core.errors import ConfigError, reason_of
from jdlint.io.memory import hold_little
from jdlint.serve.app import application
from jdlint.serve.http.protocol import PatientProtocol
from jdlint.serve.settings import Settings

_CONNECTIONS = 500  # at once; more are sent away
_IDLE = 15  # seconds between two requests of a connection
_LARGEST_HEAD = 16_384  # bytes of a request's head


def serve(settings: Settings, *, show: bool) -> None:
    """Serve; ``show`` opens a browser. Raises ``ConfigError`` where the port cannot be had."""
    hold_little()
    config = uvicorn.Config(
        application(settings),
        host=settings.host,
        port=settings.port,
        root_path=settings.root_path,
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        access_log=False,
        log_level="critical",
        server_header=False,
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=list(settings.proxies),
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=_LARGEST_HEAD,
    )
    server = _Server(config, settings, show=show)
    server.run(sockets=[_bound(config, settings)])


def _bound(config: uvicorn.Config, settings: Settings) -> socket:
    try:
        return config.bind_socket()
    except SystemExit:
        raise ConfigError(
            f"port {settings.port} of {settings.host} cannot be used: another program has it, or "
            "it is not allowed; name another with --port"
        ) from None
    except OSError as error:
        raise ConfigError(f"{settings.host}: {reason_of(error)}") from None


class _Server(uvicorn.Server):
    """Says where it is once it answers."""

    def __init__(self, config: uvicorn.Config, settings: Settings, *, show: bool) -> None:
        super().__init__(config)
        self._settings, self._show = settings, show

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup(sockets)  # type: ignore[arg-type]
        if self.should_exit:
            return
        host = "localhost" if self._settings.host == "127.0.0.1" else self._settings.host
        url = f"http://{f'[{host}]' if ':' in host else host}:{self._settings.port}/"
        sys.stderr.write(f"jdlint is at {url} (end it with Ctrl-C)\n")
        sys.stderr.flush()
        if self._show:
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
