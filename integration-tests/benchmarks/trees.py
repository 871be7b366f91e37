"""Lineages that aren't due, laid out as each program keeps them."""

import os
import subprocess

CONF = """version = 1.15.0
archive_dir = {config}/archive/{name}
cert = {config}/live/{name}/cert.pem
privkey = {config}/live/{name}/privkey.pem
chain = {config}/live/{name}/chain.pem
fullchain = {config}/live/{name}/fullchain.pem

# Options used in the renewal process
[renewalparams]
account = 00000000000000000000000000000000
server = https://acme.test/directory
authenticator = standalone
"""
EXTENSIONS = """basicConstraints=critical,CA:FALSE
subjectAltName=DNS:{name}
keyUsage=critical,digitalSignature
"""


def openssl(work, *args):
    subprocess.run(["openssl", *args], cwd=work, check=True, stderr=subprocess.DEVNULL)


def read(*path):
    with open(os.path.join(*path), encoding="ascii") as file:
        return file.read()


def write(text, mode, *path):
    os.makedirs(os.path.dirname(os.path.join(*path)), exist_ok=True)
    with open(os.path.join(*path), "w", encoding="ascii") as file:
        file.write(text)
        os.fchmod(file.fileno(), mode)


def lineage_name(number):
    return f"n{number:05}.bench.test"


# The first is what certbot4j makes if nobody asks for another, and Certbot before 2.0.
KEYS = {"rsa": ["rsa:2048"], "ecdsa": ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]}


class Certificates:
    """Certificates of a CA made for this run, good for 80 days; all have one key, and the CA has one of that kind."""

    def __init__(self, work, keys="rsa"):
        self.work = work
        key = ["-newkey", *KEYS[keys], "-nodes"]
        openssl(work, "req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "400", "-subj", "/CN=Bench CA")
        openssl(work, "req", *key, "-keyout", "leaf.key", "-out", "leaf.csr", "-subj", "/CN=bench.test")
        self.chain, self.key = read(work, "ca.pem"), read(work, "leaf.key")

    def leaf(self, name):
        write(EXTENSIONS.format(name=name), 0o644, self.work, "extensions")
        signing = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "extensions", "-days", "80"]
        openssl(self.work, "x509", "-req", "-in", "leaf.csr", "-out", "leaf.pem", *signing)
        return read(self.work, "leaf.pem")


def certbot_tree(work, certificates, size):
    """Makes a tree for certbot, both of them, and returns its options."""
    base = os.path.join(work, f"tree-{size}")
    config = os.path.join(base, "config")
    leaf = certificates.leaf("bench.test")
    items = {"cert": leaf, "privkey": certificates.key, "chain": certificates.chain, "fullchain": leaf + certificates.chain}
    for number in range(size):
        name = lineage_name(number)
        os.makedirs(os.path.join(config, "live", name))
        for item, text in items.items():
            mode = 0o600 if item == "privkey" else 0o644
            write(text, mode, config, "archive", name, f"{item}1.pem")
            os.symlink(f"../../archive/{name}/{item}1.pem", os.path.join(config, "live", name, f"{item}.pem"))
        write(CONF.format(config=config, name=name), 0o644, config, "renewal", f"{name}.conf")
    return directories(base)


def directories(base):
    return [word for kind in ("config", "work", "logs") for word in (f"--{kind}-dir", os.path.join(base, kind))]


def lego_tree(path, certificates, size):
    """Adds certificates to a directory of lego's that has an account."""
    for number in range(size):
        name = lineage_name(number)
        leaf = certificates.leaf(name)
        write(leaf + certificates.chain, 0o600, path, "certificates", f"{name}.crt")
        write(certificates.key, 0o600, path, "certificates", f"{name}.key")
        write(f'{{"domain": "{name}"}}', 0o600, path, "certificates", f"{name}.json")


def uacme_tree(path, certificates, size):
    """Adds certificates to a directory of uacme's that has an account."""
    for number in range(size):
        name = lineage_name(number)
        write(certificates.leaf(name) + certificates.chain, 0o644, path, name, "cert.pem")
        write(certificates.key, 0o600, path, "private", name, "key.pem")
