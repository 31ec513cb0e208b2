"""What can go wrong, each error with the sentence that Chirpmill says."""


class ChirpmillError(Exception):
    """Something that Chirpmill says, in a sentence."""


class SettingsError(ChirpmillError):
    """Settings that cannot be used. The sentence names the key, what is allowed, the file and the line."""


class ServerError(ChirpmillError):
    """A server that cannot be started or reached, has ended, or cannot do what was asked."""


class RunError(ChirpmillError):
    """A run that has ended before its end, such as on a full disk."""
