"""The built program, with each Java that was named, with and without an archive of class data."""

import glob
import os
import shutil
import subprocess
import sys

from benchmarks.programs import ROOT, Certbot

# What the launcher of an installation finds: its Java, told by number and by name, and the archive.
FINDINGS = """home=$0
. "$home/libexec/launch.sh"
find_class_data_home
find_java
find_class_data
printf '%s\\n' "$java_major" "$java_id" "$class_data"
"""


class Built(Certbot):
    """One Java, with or without an archive."""

    def __init__(self, name, home, java, archive, work, ca):
        super().__init__(name, f"{home}/bin/certbot", work, ca, environment(java))
        self.java, identity, found = launcher_findings(home, java)
        self.archive = self.in_long_scenarios = archive
        if archive != bool(found):
            sys.exit(f"bench: the launcher of '{name}' found {found or 'no archive'}")
        if archive:
            # With this option the JVM ends in failure if it can't use the archive.
            insisting = "-XX:AOTMode=on" if found.startswith("-XX:AOTCache") else "-Xshare:on"
            self.call(["env", f"CERTBOT4J_JAVA_OPTIONS={insisting}", *self.help()])
        print(f"{name}: {identity}")


def environment(java):
    return {"CERTBOT4J_JAVA": java} if java else {}


def launcher_findings(home, java):
    asking = ["sh", "-c", FINDINGS, home]
    done = subprocess.run(asking, env={**os.environ, **environment(java)}, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"bench: {done.stderr.strip()}")
    major, identity, archive = done.stdout.split("\n")[:3]
    return int(major), identity, archive


def find_distribution():
    found = glob.glob(os.path.join(ROOT, "distribution/target/certbot4j-*/bin/certbot"))
    if len(found) != 1:
        sys.exit(f"bench: expected one built distribution, found {found}; run: mvn -DskipTests verify")
    return os.path.dirname(os.path.dirname(found[0]))


def label(home, java, others):
    """What to call a Java: by its number if that tells it from the others."""
    major, identity, _ = launcher_findings(home, java)
    name = f"built, Java {major}"
    return f"{name}, {identity}" if any(name == other.name for other in others) else name


def built(options, work, ca):
    """The archives are made in the distribution, one for each Java, and stay there."""
    home = find_distribution()
    bare = os.path.join(work, "no-archive")
    shutil.copytree(home, bare, ignore=shutil.ignore_patterns("class-data"))
    found = []
    for java in options.java or [""]:
        name = label(home, java, found)
        subprocess.run([f"{home}/libexec/make-class-data-archive"], env={**os.environ, **environment(java)}, check=True)
        found.append(Built(name, home, java, True, work, ca))
        if options.no_archive:
            found.append(Built(f"{name}, no archive", bare, java, False, work, ca))
    return found
