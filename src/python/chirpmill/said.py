"""What Chirpmill says on standard error, and what it means for whoever has started it."""

from __future__ import annotations

import re

from .errors import ChirpmillError, SettingsError

_PREFIX = "chirpmill: "
_INPUT_UNUSABLE = 2
#: What the JVM says of the Vector API, and no option keeps back.
_INCUBATOR = "WARNING: Using incubator modules: jdk.incubator.vector\n"
#: Options that sentences advise, those without a value first.
_ADVISED = re.compile(r"--(?:(allow-unknown-keys|force|resume)|(batch-size|num-samples|out|threads))\b")


def shown(said: str) -> str:
    """What the user is to see of it."""
    return said.replace(_INCUBATOR, "")


def _sentences(said: str) -> list[str]:
    """What Chirpmill has said, with the options that it advises as this package has them."""
    return [_ADVISED.sub(_argument, line.removeprefix(_PREFIX))
            for line in said.splitlines() if line.startswith(_PREFIX)]


def _argument(option: re.Match[str]) -> str:
    return f"{option[1]}=True".replace("-", "_") if option[1] else option[2].replace("-", "_")


def last_words(said: str) -> str:
    """The last sentence, or the last lines where something else than Chirpmill has spoken; may be empty."""
    sentences = _sentences(said)
    return sentences[-1] if sentences else " ".join(shown(said).splitlines()[-3:])


def ending(status: int) -> str:
    """How a process has ended, in words."""
    return f"signal {-status}" if status < 0 else f"exit code {status}"


def refusal(status: int, said: str) -> ChirpmillError | None:
    """Why settings or choices were refused, in all sentences that were said; None where something else is wrong."""
    if status != _INPUT_UNUSABLE:
        return None
    return SettingsError("\n".join(_sentences(said)) or last_words(said))
