"""The original, with its built-in plugins only or with all that are installed.

It loads the plugins of every distribution beside it whose metadata announces some, at every start.
To leave some out without touching what is installed, its program is run with a path on which the
directories that hold such metadata are replaced by directories of links to all the rest.
"""

import configparser
import os
import re
import subprocess
import sys

from benchmarks import trees
from benchmarks.programs import Certbot
from benchmarks.targets import CORE

GROUPS = ("certbot.plugins", "letsencrypt.plugins")
BUILT_IN = frozenset({"certbot"})
NGINX = frozenset({"certbot", "certbot-nginx"})
# The program's own words in the same process, so that what it does at its start stays as it is.
WRAPPER = """{shebang}
import sys

program, places = {program!r}, {places!r}
sys.argv[0] = program
sys.path[:] = [places.get(path, path) for path in sys.path]
with open(program, "rb") as file:
    exec(compile(file.read(), program, "exec"))
"""


def announced(metadata):
    """The names of the plugins that a distribution announces."""
    parser = configparser.ConfigParser(delimiters="=", interpolation=None, strict=False)
    parser.read(os.path.join(metadata, "entry_points.txt"), encoding="utf-8")
    return [name for group in GROUPS if parser.has_section(group) for name in parser[group]]


def is_left_out(entry, kept):
    """Tells of a file beside the original whether it is metadata of plugins that shall not be found."""
    stem, extension = os.path.splitext(entry.name)
    distribution = stem.split("-")[0].replace("_", "-").lower()
    return extension in (".egg-info", ".dist-info") and distribution not in kept and bool(announced(entry.path))


def link_all_but(kept, directory, place):
    """Returns the names of the plugins that were left out; makes nothing if there were none."""
    with os.scandir(directory) as found:
        entries = list(found)
    out = [entry for entry in entries if is_left_out(entry, kept)]
    for entry in entries if out else []:
        if entry not in out:
            os.makedirs(place, exist_ok=True)
            os.symlink(entry.path, os.path.join(place, entry.name))
    return [name for entry in out for name in announced(entry.path)]


def shebang(program):
    """The first line of a Python script; only such a program can be given another path."""
    try:
        with open(program, "rb") as file:
            line = file.readline().decode("utf-8", "replace").strip()
    except OSError as error:
        sys.exit(f"bench: the original can't be read: {error}")
    if not line.startswith("#!") or "python" not in line:
        sys.exit(f"bench: {program} is no Python script, so plugins can't be hidden from it; use --plugins all")
    return line


def directories_of(line):
    """Where the Python of such a line looks for modules."""
    asking = [*line[2:].split(), "-c", "import sys; print('\\n'.join(sys.path))"]
    found = subprocess.run(asking, capture_output=True, text=True, check=True).stdout.splitlines()
    return [path for path in found if os.path.isdir(path)]


def wrapped(program, work, kept):
    """Makes a program that runs the original with the plugins of these distributions; returns it and what it then lists."""
    base = os.path.join(work, "with-" + "-and-".join(sorted(kept)))
    line, hidden, places = shebang(program), [], {base: os.path.dirname(program)}
    for number, directory in enumerate(directories_of(line)):
        place = os.path.join(base, f"path-{number}")
        hidden += link_all_but(kept, directory, place)
        if os.path.isdir(place):
            places[directory] = place
    script = os.path.join(base, "certbot")
    trees.write(WRAPPER.format(shebang=line, program=program, places=places), 0o755, script)
    listed = listed_plugins(script, base)
    if set(hidden) & set(listed):
        sys.exit(f"bench: {program} still has the plugins {', '.join(sorted(set(hidden) & set(listed)))}")
    return script, listed


def listed_plugins(program, work):
    """The plugins that a program tells of; those it keeps for itself aren't among them."""
    command = [program, "plugins", *trees.directories(os.path.join(work, "asked"))]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    return re.findall(r"^\* (\S+)", told.stdout, re.MULTILINE)


class Original(Certbot):
    """The original, with a program that has what it takes to install at nginx if that is another one."""

    # It asks twice at most: of ten runs with ten names one fails.
    survives_rejections = False
    enough_rejections = 10

    def __init__(self, name, program, plugins, work, ca):
        super().__init__(name, program, work, ca, {})
        self.plugins, self.installer = plugins, program if "nginx" in plugins else ""

    def renew_overlapping(self, _):
        return []

    def install(self, site):
        return [self.installer, *super().install(site)[1:]] if self.installer else []


def core(program, work, ca):
    """The fair peer: its built-in plugins, and the one for nginx where that has to work."""
    one = Original(CORE, *wrapped(program, work, BUILT_IN), work, ca)
    installer, plugins = wrapped(program, work, NGINX)
    one.installer = installer if "nginx" in plugins else ""
    return one


def complete(program, work, ca):
    """With every plugin that is installed."""
    return Original("original (all plugins)", program, listed_plugins(program, work), work, ca)


KINDS = {"core": core, "all": complete}
