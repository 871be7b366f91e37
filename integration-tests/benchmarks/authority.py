"""A CA that takes every name to be this machine, and a web server for those who have none."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time

from benchmarks.trees import openssl

RELAY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "relay.py")
SYSTEM_ROOTS = "/etc/ssl/certs/ca-certificates.crt"


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def wait_for(port):
    for _ in range(200):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    sys.exit(f"bench: nothing listens at port {port}")


class Authority:
    """A running Pebble: its URL, the port it asks challenges at, and the certificate that it shows."""

    def __init__(self, work):
        self.work = work
        acme, management, self.port, tls, dns, control = free_ports(6)
        self.acme_port, self.waits, self.log = acme, (acme, control), f"{work}/pebble.log"
        self.url = self.url_at(acme)
        self.certificate = f"{work}/tls.pem"
        identity = ["-keyout", "tls.key", "-out", "tls.pem", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
        openssl(work, "req", "-x509", "-newkey", "rsa:2048", "-nodes", *identity)
        settings = {
            "listenAddress": f"127.0.0.1:{acme}",
            "managementListenAddress": f"127.0.0.1:{management}",
            "certificate": self.certificate,
            "privateKey": f"{work}/tls.key",
            "httpPort": self.port,
            "tlsPort": tls,
        }
        with open(f"{work}/pebble.json", "w", encoding="ascii") as file:
            json.dump({"pebble": settings}, file)
        names = ["pebble-challtestsrv", "-dns01", f"127.0.0.1:{dns}", "-management", f"127.0.0.1:{control}"]
        names += ["-http01", "", "-https01", "", "-tlsalpn01", "", "-defaultIPv6", ""]
        ca = ["pebble", "-config", f"{work}/pebble.json", "-dnsserver", f"127.0.0.1:{dns}"]
        self.commands = [names, ca]

    def url_at(self, port):
        """Where it is for those who come through another port: it names what it has by the host that it is asked as."""
        return f"https://localhost:{port}/dir"

    def requests(self):
        """How many requests it had so far."""
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return sum(" -> calling handler()" in line for line in file)


@contextlib.contextmanager
def authority(work, webroot="", refused=0):
    """Starts a CA that doesn't sleep and refuses so many of 100 nonces; with a webroot, also a server that shows it."""
    os.makedirs(work)
    ca = Authority(work)
    settings = {"PEBBLE_VA_NOSLEEP": "1", "PEBBLE_WFE_NONCEREJECT": str(refused), "PEBBLE_AUTHZREUSE": "0"}
    environment = {**os.environ, **settings}
    commands, waits = list(ca.commands), list(ca.waits)
    if webroot:
        os.makedirs(webroot)
        commands.append([sys.executable, "-m", "http.server", str(ca.port), "--bind", "127.0.0.1", "--directory", webroot])
        waits.append(ca.port)
    with open(ca.log, "wb") as log, open(f"{work}/web.log", "wb") as web:
        servers = []
        try:
            for words in commands:
                out = web if "http.server" in words else log
                servers.append(subprocess.Popen(words, env=environment, stdout=out, stderr=out))
            for port in waits:
                wait_for(port)
            yield ca
        finally:
            for server in servers:
                server.terminate()
                server.wait()


@contextlib.contextmanager
def far(ca, milliseconds):
    """The URL of a CA for those to whom each round trip takes so long."""
    (port,) = free_ports(1)
    relay = subprocess.Popen([sys.executable, RELAY, str(port), str(ca.acme_port), str(milliseconds / 1000)])
    try:
        wait_for(port)
        yield ca.url_at(port)
    finally:
        relay.terminate()
        relay.wait()


def trust(certificate):
    """Adds a certificate to the machine's roots, for this process and those that it starts: some programs ask no variable."""
    bundle = certificate + ".bundle"
    with open(bundle, "wb") as out:
        for part in (SYSTEM_ROOTS, certificate):
            with open(part, "rb") as file:
                out.write(file.read())
    subprocess.run(["mount", "--bind", bundle, SYSTEM_ROOTS], check=True)
