"""jdlint, the linter for job postings: ``check_text``, ``check_paths``, ``fix_text``, ``links``,
``Session`` and more (see ``jdlint.api``), each imported when it is first asked for."""

TYPE_CHECKING = False  # what typing says of it; its import takes longer than all of this module
if TYPE_CHECKING:
    from jdlint.api import (
        ConfigError,
        Diagnostic,
        Fixed,
        Report,
        RuleError,
        Session,
        check_paths,
        check_text,
        fix_text,
        links,
        page_record,
        site_report,
    )
    from jdlint.bulk import check_table

__version__ = "0.2.0"
__all__ = [
    "ConfigError", "Diagnostic", "Fixed", "Report", "RuleError", "Session", "__version__",
    "check_paths", "check_table", "check_text", "fix_text", "links", "page_record", "site_report",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module “jdlint” has no attribute “{name}”")
    if name == "check_table":  # with the extra, which no other name needs
        from jdlint import bulk

        return getattr(bulk, name)
    from jdlint import api

    return getattr(api, name)
