"""Two hundred browsers with the board open, and a desk that takes calls: when does each of them see each call?"""

import asyncio
import re
import time

OURS = re.compile(rb'data-figure="inCall">([^<]*)<')
THEIRS = re.compile(rb'"inCall": (\d+)')


class Watcher:
    """One stream: when it first showed so many calls."""

    def __init__(self, pattern):
        self.pattern, self.seen, self.writer, self.reading = pattern, [], None, None

    async def open(self, host, port, path, cookie):
        reader, self.writer = await asyncio.open_connection(host, port, limit=1 << 20)
        lines = [f"GET {path} HTTP/1.1", f"Host: {host}:{port}", "Accept: text/event-stream"]
        if cookie:
            lines.append(f"Cookie: {cookie}")
        self.writer.write("\r\n".join([*lines, "", ""]).encode())
        status = await reader.readline()
        if b" 200 " not in status:
            raise RuntimeError(f"{path} answered {status.decode().strip()}")
        first = asyncio.Event()
        self.reading = asyncio.create_task(self._read(reader, first))
        await asyncio.wait_for(first.wait(), 30)

    async def _read(self, reader, first):
        buffer = b""
        while part := await reader.read(1 << 16):
            now = time.perf_counter()
            buffer += part
            for number in self.pattern.findall(buffer):
                # Thin spaces between thousands.
                self.seen.append((int(re.sub(rb"\D", b"", number)), now))
                first.set()
            # What may be the beginning of the next event.
            buffer = buffer[-64:] if not self.pattern.search(buffer[-64:]) else b""

    def close(self):
        if self.reading:
            self.reading.cancel()
        if self.writer:
            self.writer.close()


async def post(host, port, path, cookie):
    reader, writer = await asyncio.open_connection(host, port)
    lines = [f"POST {path} HTTP/1.1", f"Host: {host}:{port}", "Content-Type: application/x-www-form-urlencoded", "Content-Length: 0",
             "Connection: close"]
    if cookie:
        lines.append(f"Cookie: {cookie}")
    writer.write("\r\n".join([*lines, "", ""]).encode())
    status = await reader.readline()
    await reader.read()
    writer.close()
    if b" 303 " not in status:
        raise RuntimeError(f"{path} answered {status.decode().strip()}")


async def measure(host, port, feed, calls, cookies, pattern, watchers, rate, seconds):
    """`feed` and `calls` are paths; one cookie for four watchers. Answers all delays in seconds, from the press to the sight."""
    streams = [Watcher(pattern) for _ in range(watchers)]
    try:
        for number, stream in enumerate(streams):
            await stream.open(host, port, feed, cookies[number // 4 % len(cookies)] if cookies else None)
        base = max(count for stream in streams for count, _ in stream.seen)
        pressed, writes, started = [], [], time.perf_counter()
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0, started + number / rate - time.perf_counter()))
            pressed.append(time.perf_counter())
            cookie = cookies[number % len(cookies)] if cookies else None
            writes.append(asyncio.create_task(post(host, port, calls, cookie)))
        await asyncio.gather(*writes)
        lag = max(pressed[-1] - started - (len(pressed) - 1) / rate, 0)
        await asyncio.sleep(3)
        return [delay for stream in streams for delay in delays(stream, base, pressed)], lag
    finally:
        for stream in streams:
            stream.close()


def delays(stream, base, pressed):
    """The n-th press is seen once n more calls are shown. Writes that overtake each other are told apart by nobody."""
    found, position = [], 0
    for number, at in enumerate(pressed, base + 1):
        while position < len(stream.seen) and stream.seen[position][0] < number:
            position += 1
        if position == len(stream.seen):
            raise RuntimeError(f"call {number} was never shown")
        found.append(stream.seen[position][1] - at)
    return found
