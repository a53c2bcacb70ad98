"""What the tests share: where ../shared lies, and pages about an invented company."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
# seconds of a processor: what loops or grows with the square takes minutes, whatever else the
# machine does; how fast jdlint is, benchmarks say
HANGS = 20.0

settings.register_profile(
    "ci", deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "deep", deadline=None, max_examples=5_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")


# they install packages or download them: what uses them is slow
_SLOW_FIXTURES = {"make_site", "tools", "junit_schema"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _SLOW_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


def of_all_workers(factory: pytest.TempPathFactory, name: str) -> Path:
    """A folder that all processes of a test run share, for what takes long to install; whoever
    fills it holds ``FileLock`` of ``locked`` meanwhile."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    folder.mkdir(exist_ok=True)
    return folder


def locked(folder: Path) -> FileLock:
    """To be held while a folder of ``of_all_workers`` is filled."""
    return FileLock(folder.with_name(f"{folder.name}.lock"))


@pytest.fixture(autouse=True)
def own_cache(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Every test has a cache folder of its own, so that no test sees what another one left; a
    command that needs no garbage collected leaves none to those after it (4 GB by the end)."""
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.delenv("NO_COLOR", raising=False)
    yield
    gc.enable()


@pytest.fixture
def shared() -> Path:
    """The folder of reference material; the test is skipped where it is not there."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    return SHARED


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as play:
        yield play


@pytest.fixture(scope="session")
def chromium(playwright: Any) -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here: apt install chromium")
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(playwright: Any) -> Iterator[Any]:
    """Firefox as it is installed, by WebDriver BiDi."""
    if FIREFOX is None:
        pytest.skip("there is no Firefox here: apt install firefox-esr")
    browser = playwright.firefox.launch(executable_path=FIREFOX, channel="moz-firefox")
    yield browser
    browser.close()
