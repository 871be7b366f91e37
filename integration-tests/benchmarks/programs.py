"""What is compared. Each program answers with the command for a scenario, or with nothing if it has none."""

import copy
import itertools
import os
import shutil
import subprocess
import sys

from benchmarks import trees

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# More processes than this, one for each certificate, say nothing new.
MOST_PROCESSES = 100
MAIL = "bench@bench.test"
HOOK = """#!/bin/sh
place={webroot}/.well-known/acme-challenge
case $1 in
  begin) [ "$2" = http-01 ] && printf %s "$5" >"$place/$4" ;;
  *) rm -f "$place/$4" ;;
esac
"""
serials = itertools.count()


def fresh_names(count):
    serial = next(serials)
    return [f"n{one}.r{serial}.bench.test" for one in range(count)]


def each(count, line):
    """A loop of a shell over the names of so many lineages."""
    names = " ".join(trees.lineage_name(number) for number in range(count))
    return ["sh", "-c", f"for name in {names}; do {line} || exit; done"]


class Program:
    """One contender, with a CA of its own kind to talk to."""

    # Whether it takes part in what costs minutes.
    in_long_scenarios = False

    def __init__(self, name, program, work, ca):
        self.name, self.program, self.ca = name, program, ca
        self.place = os.path.join(work, "of-" + "".join(filter(str.isalnum, name)))
        self.environment = {}
        self.sizes = {}

    def requests(self):
        return self.ca.requests()

    def at(self, ca):
        """The same contender with another CA, and with nothing there yet."""
        twin = copy.copy(self)
        twin.ca, twin.place = ca, os.path.join(ca.work, os.path.basename(self.place))
        return twin

    def call(self, command):
        """A step of the preparation; it must succeed."""
        done = subprocess.run(
            command, env={**os.environ, **self.environment}, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            sys.exit(f"bench: {' '.join(command)[:300]} ended with {done.returncode}: {done.stderr[-1000:]}")
        return done.stdout

    def install(self, _):
        return []

    def renew_overlapping(self, _):
        return []

    def version(self):
        return [self.program, "--version"]

    def help(self):
        return [self.program, "--help"]


class Certbot(Program):
    """The original, or the built one."""

    most_names = 100
    in_long_scenarios = True
    # Whether refused nonces must not make it fail, and how many runs tell.
    survives_rejections = True
    enough_rejections = sys.maxsize

    def __init__(self, name, program, work, ca, environment):
        super().__init__(name, program, work, ca)
        self.environment = environment

    def prepare_idle(self, work, certificates, size):
        """A program that rejects the tree would be fast for nothing: it must list the last lineage."""
        if not os.path.exists(os.path.join(work, f"tree-{size}")):
            trees.certbot_tree(work, certificates, size)
        self.sizes[size] = trees.directories(os.path.join(work, f"tree-{size}"))
        last = trees.lineage_name(size - 1)
        if f"{last}/fullchain.pem" not in self.call([*self.listing(size), "--cert-name", last]):
            sys.exit(f"bench: {self.name} doesn't list {last} among {size}")

    def listing(self, size):
        return [self.program, "certificates", *self.sizes[size]]

    def idle(self, size):
        return [self.program, "renew", "-q", *self.sizes[size]]

    def prepare_account(self):
        self.call(self.issue(fresh_names(1)))

    def issue(self, names, base="issue", url=""):
        user = "-n --agree-tos --register-unsafely-without-email"
        ca = f"--server {url or self.ca.url} --no-verify-ssl --standalone --http-01-port {self.ca.port}"
        words = f"certonly -d {','.join(names)} {user} {ca}".split()
        return [self.program, *words, *trees.directories(os.path.join(self.place, base))]

    def prepare_due(self, count):
        for number in range(count):
            self.call(self.issue([trees.lineage_name(number)], "due"))

    def renew(self, _):
        words = "renew -q --force-renewal --no-random-sleep-on-renew --no-verify-ssl".split()
        return [self.program, *words, *trees.directories(os.path.join(self.place, "due"))]

    def renew_overlapping(self, count):
        return [*self.renew(0), "--parallel", str(count)]

    def install(self, site):
        return [self.program, *site.words(trees.directories(site.base))]


class Lego(Program):
    """Debian's lego, which has one process for each certificate."""

    # It takes seconds for each name.
    most_names = 10

    def __init__(self, work, ca):
        super().__init__("lego", "/usr/bin/lego", work, ca)
        self.environment = {"LEGO_CA_CERTIFICATES": ca.certificate}

    def common(self, path, names):
        domains = [word for name in names for word in ("--domains", name)]
        http = ["--http", "--http.port", f"127.0.0.1:{self.ca.port}"]
        return [self.program, "--path", path, "--server", self.ca.url, "--email", MAIL, "--accept-tos", *http, *domains]

    def prepare_idle(self, _, certificates, size):
        if size <= MOST_PROCESSES:
            self.sizes[size] = os.path.join(self.place, f"idle-{size}")
            self.call([*self.common(self.sizes[size], fresh_names(1)), "run"])
            shutil.rmtree(os.path.join(self.sizes[size], "certificates"))
            trees.lego_tree(self.sizes[size], certificates, size)

    def listing(self, size):
        return [self.program, "--path", self.sizes[size], "list"] if size in self.sizes else []

    def idle(self, size):
        if size not in self.sizes:
            return []
        command = " ".join(self.common(self.sizes[size], ['"$name"']))
        return each(size, f"{command} renew --no-random-sleep --days 30")

    def prepare_account(self):
        self.call(self.issue(fresh_names(1)))

    def issue(self, names):
        return [*self.common(os.path.join(self.place, "issue"), names), "run"]

    def prepare_due(self, count):
        for number in range(count):
            self.call([*self.common(os.path.join(self.place, "due"), [trees.lineage_name(number)]), "run"])

    def renew(self, count):
        command = " ".join(self.common(os.path.join(self.place, "due"), ['"$name"']))
        return each(count, f"{command} renew --no-random-sleep --days 100000")


class Uacme(Program):
    """Debian's uacme, which has one process for each certificate, and a hook that answers challenges."""

    most_names = 100

    def __init__(self, work, ca, webroot):
        super().__init__("uacme", "/usr/bin/uacme", work, ca)
        os.makedirs(os.path.join(webroot, ".well-known", "acme-challenge"))
        self.hook = os.path.join(work, "uacme-hook")
        trees.write(HOOK.format(webroot=webroot), 0o755, self.hook)

    def common(self, path):
        return [self.program, "--acme-url", self.ca.url, "--confdir", path, "--hook", self.hook, "--yes", "--no-ocsp"]

    def version(self):
        return self.telling("--version")

    def help(self):
        return self.telling("--help")

    def telling(self, option):
        """It tells, and says that this was no use of it."""
        return ["sh", "-c", f"{self.program} {option}; [ $? = 2 ]"]

    def account(self, path):
        os.makedirs(path)
        self.call([*self.common(path), "new", MAIL])
        return path

    def prepare_idle(self, _, certificates, size):
        if size <= MOST_PROCESSES:
            self.sizes[size] = self.account(os.path.join(self.place, f"idle-{size}"))
            trees.uacme_tree(self.sizes[size], certificates, size)

    def listing(self, _):
        return []

    def idle(self, size):
        """Its exit status is 1 when there was nothing to do."""
        if size not in self.sizes:
            return []
        return each(size, f'{{ {" ".join(self.common(self.sizes[size]))} issue "$name"; [ $? = 1 ]; }}')

    def prepare_account(self):
        self.account(os.path.join(self.place, "issue"))

    def issue(self, names):
        return [*self.common(os.path.join(self.place, "issue")), "issue", *names]

    def prepare_due(self, count):
        path = self.account(os.path.join(self.place, "due"))
        for number in range(count):
            self.call([*self.common(path), "issue", trees.lineage_name(number)])

    def renew(self, count):
        return each(count, f'{" ".join(self.common(os.path.join(self.place, "due")))} --force issue "$name"')
