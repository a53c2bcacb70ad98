"""What can go wrong outside the pages: each error's text is a sentence for people, with the place
and the remedy."""

from __future__ import annotations


class ConfigError(Exception):
    """A configuration that cannot be used; the text says where and what to do."""


class RuleError(Exception):
    """A rule file that cannot be used; the text says where and what to do."""


class ProbeError(Exception):
    """The world did not answer; the text is one sentence that says what to do."""


class CannotError(Exception):
    """What a person asked for cannot be done; the text is one sentence that says why."""


class GitError(Exception):
    """What git cannot tell, in one sentence for people."""


class InterruptedRun(KeyboardInterrupt):
    """Somebody stopped the work; the text is one sentence that says what is kept of it."""


def reason_of(error: OSError) -> str:
    """What the system says, as it stands in brackets behind our own words."""
    return (error.strerror or str(error)).lower()
