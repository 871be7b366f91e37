"""What the scenarios are called, where they are measured and where a target names one."""

VERSION = "--version"
HELP = "--help"


def several(count, noun):
    return f"{count} {noun}{'s' if count > 1 else ''}"


def listing(size):
    return f"certificates, {several(size, 'lineage')}"


def idle(size):
    return f"renew -q, {several(size, 'lineage')}, none due"


def issue(count):
    return f"issue {several(count, 'name')}, account known"


def issue_far(count, milliseconds):
    return f"issue {several(count, 'name')}, round trips of {milliseconds:g} ms"


def issue_rejected(count, percent):
    return f"issue {several(count, 'name')}, {percent} % of the nonces refused"


def renew(count):
    return f"renew {several(count, 'due lineage')}"


def renew_overlapping(count, overlap):
    return f"{renew(count)}, {overlap} at a time"


def install(size):
    return f"install at nginx with {several(size, 'server block')}"
