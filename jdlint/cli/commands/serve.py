"""``jdlint serve``: a page in the browser for people who have no terminal, and its HTTP API."""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from pathlib import Path

from jdlint.config.project import find
from jdlint.core.errors import ConfigError

_NEEDED = ("starlette", "uvicorn", "python_multipart", "mammoth", "markdownify", "nh3")


def main(options: argparse.Namespace) -> int:
    """Serve until told to stop; raises ``ConfigError`` where the extra is not installed, the
    configuration cannot be used or the port is taken."""
    if any(find_spec(name) is None for name in _NEEDED):
        raise ConfigError("the page needs more: pip install “jdlint[serve]”")
    from jdlint.serve.run import serve
    from jdlint.serve.settings import Settings, hosts_for

    if not 0 < options.port < 65_536:
        raise ConfigError(f"--port {options.port}: a port is a number from 1 to 65535")
    root = options.root_path.strip("/")
    settings = Settings(
        root=find([Path()], options.config).root.resolve(),
        config=str(Path(options.config).resolve()) if options.config else "",
        host=options.host,
        port=options.port,
        hosts=hosts_for(options.host, options.allow_host),
        proxies=tuple(options.trust_proxy),
        root_path=f"/{root}" if root else "",
        write=options.write,
        store=Path(options.store).resolve() if options.store else None,
    )
    serve(settings, show=not options.no_open)
    return 0
