"""An nginx with many server blocks, five in a file."""

import contextlib
import os
import shutil
import signal
import subprocess

from benchmarks.authority import free_ports
from benchmarks.trees import read, write

NGINX = """pid {base}/nginx.pid;
error_log {base}/error.log;
events {{ }}
http {{
    access_log off;
    include {base}/sites/*;
}}
"""
BLOCK = """server {{
    listen 127.0.0.1:{port};
    server_name s{number}.bench.test www.s{number}.bench.test;
    root /srv/s{number};
    location / {{
        try_files $uri $uri/ =404;
    }}
}}
"""
BLOCKS_IN_A_FILE = 5


class Server:
    """A running nginx: where it is, the file of the first blocks, and a free port for HTTPS."""

    def __init__(self, base, tls_port):
        self.base, self.tls_port = base, tls_port
        self.first_file = os.path.join(base, "sites", "file0000")


@contextlib.contextmanager
def nginx(base, size):
    port, tls_port = free_ports(2)
    write(NGINX.format(base=base), 0o644, base, "nginx.conf")
    for first in range(0, size, BLOCKS_IN_A_FILE):
        numbers = range(first, min(size, first + BLOCKS_IN_A_FILE))
        blocks = (BLOCK.format(port=port, number=number) for number in numbers)
        write("".join(blocks), 0o644, base, "sites", f"file{first // BLOCKS_IN_A_FILE:04}")
    subprocess.run(["nginx", "-c", f"{base}/nginx.conf"], check=True, stderr=subprocess.DEVNULL)
    try:
        yield Server(base, tls_port)
    finally:
        os.kill(int(read(base, "nginx.pid")), signal.SIGTERM)


class Site:
    """The work of installing one certificate at such a server, always from the same start."""

    def __init__(self, server, certificates):
        self.base, self.server = server.base, server
        self.before = read(server.first_file)
        certificates.leaf("s0.bench.test")

    def words(self, directories):
        write(self.before, 0o644, self.server.first_file)
        shutil.rmtree(f"{self.base}/work", ignore_errors=True)
        server = f"--nginx --nginx-server-root {self.base} --nginx-sleep-seconds 0 --https-port {self.server.tls_port}"
        pair = f"--cert-path {self.base}/leaf.pem --fullchain-path {self.base}/leaf.pem --key-path {self.base}/leaf.key"
        return f"install -n -d s0.bench.test --no-redirect {pair} {server}".split() + directories
