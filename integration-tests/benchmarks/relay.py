"""Stands between a client and a server on this machine and makes the way between them long.

Usage: relay.py PORT SERVER_PORT ROUND_TRIP_SECONDS. What comes in at a moment goes out half a round
trip later, in order, however much it is. A process of its own, so that nobody's pauses are its own.
"""

import asyncio
import contextlib
import sys

MOST_AT_ONCE = 65536
END = b""


async def forward(reader, writer, delay):
    """Passes on one direction of a connection, its end included."""
    clock = asyncio.get_running_loop().time
    under_way = asyncio.Queue()
    arrivals = asyncio.create_task(deliver(under_way, writer))
    # A connection that breaks ends for the other side too.
    with contextlib.suppress(OSError):
        while chunk := await reader.read(MOST_AT_ONCE):
            under_way.put_nowait((clock() + delay, chunk))
    under_way.put_nowait((clock() + delay, END))
    await arrivals


async def deliver(under_way, writer):
    clock = asyncio.get_running_loop().time
    with contextlib.suppress(OSError):
        while True:
            moment, chunk = await under_way.get()
            await asyncio.sleep(moment - clock())
            if chunk == END:
                return writer.write_eof()
            writer.write(chunk)
            await writer.drain()


async def relay(client_reader, client_writer, server_port, round_trip):
    """One connection. The client's own was made at once: what its making would have cost comes before its first bytes."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", server_port)
    except OSError:
        return client_writer.close()
    await asyncio.sleep(round_trip)
    both = [forward(client_reader, writer, round_trip / 2), forward(reader, client_writer, round_trip / 2)]
    await asyncio.gather(*both)
    writer.close()
    client_writer.close()


async def main(port, server_port, round_trip):
    server = await asyncio.start_server(
        lambda reader, writer: relay(reader, writer, server_port, round_trip), "127.0.0.1", port
    )
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
