"""What somebody who knows the tools would write: the same counts over PostgreSQL, pushed by Starlette when a NOTIFY says that something changed.

One look for all who watch, at most four a second, as ours; one process of uvicorn, as ours is one.
"""

import asyncio
import contextlib
import json
import os

import psycopg
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.routing import Route

CONNECTION, PAUSE = os.environ["BOARD_POSTGRES"], 0.25
COUNTS = """
SELECT (SELECT count(*) FROM calls WHERE state = 'in_progress'), (SELECT count(*) FROM calls WHERE state = 'kept'),
  (SELECT json_agg(line) FROM (SELECT begun_at, holder FROM calls WHERE state = 'in_progress' ORDER BY begun_at LIMIT 20) line),
  (SELECT json_agg(part) FROM (SELECT category, place, count(*), count(*) FILTER (WHERE due <= now()) AS late FROM requests
     WHERE status IN ('open', 'awaiting_agreement') GROUP BY category, place) part),
  (SELECT json_agg(late) FROM (SELECT reference, category, place, due FROM requests
     WHERE status IN ('open', 'awaiting_agreement') AND due <= now() ORDER BY due LIMIT 20) late)
"""
watchers, latest = set(), {"event": None}


async def look(connection):
    (in_call, kept, calls, parts, late), = await (await connection.execute(COUNTS)).fetchall()
    body = json.dumps({"inCall": in_call, "kept": kept, "calls": calls, "parts": parts, "late": late}, default=str)
    event = f"event: board\ndata: {body}\n\n"
    if event == latest["event"]:
        return
    latest["event"] = event
    for queue in watchers:
        # Whoever is slow gets the newest.
        while not queue.empty():
            queue.get_nowait()
        queue.put_nowait(event)


async def keep_looking():
    reader = await psycopg.AsyncConnection.connect(CONNECTION, autocommit=True)
    listener = await psycopg.AsyncConnection.connect(CONNECTION, autocommit=True)
    await listener.execute("LISTEN board")
    changed = asyncio.Event()
    changed.set()

    async def hear():
        async for _ in listener.notifies():
            changed.set()

    hearing = asyncio.create_task(hear())
    try:
        while True:
            await changed.wait()
            changed.clear()
            await look(reader)
            await asyncio.sleep(PAUSE)
    finally:
        hearing.cancel()


async def feed(request):
    queue = asyncio.Queue()
    watchers.add(queue)
    if latest["event"]:
        queue.put_nowait(latest["event"])

    async def events():
        try:
            while True:
                yield await queue.get()
        finally:
            watchers.discard(queue)

    return StreamingResponse(events(), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


async def begin(request):
    """A call that begins: the write of the other side, one row and its NOTIFY in one transaction."""
    async with request.app.state.writers as connection:
        await connection.execute("INSERT INTO calls (state, holder) VALUES ('in_progress', %s)", (request.query_params["holder"],))
        await connection.execute("NOTIFY board")
        await connection.commit()
    return PlainTextResponse("", status_code=303)


class Writers:
    """A few connections in turn."""

    def __init__(self):
        self.free = asyncio.Queue()

    async def open(self, count):
        for _ in range(count):
            self.free.put_nowait(await psycopg.AsyncConnection.connect(CONNECTION))

    async def __aenter__(self):
        connection = await self.free.get()
        self.lent = getattr(self, "lent", {})
        self.lent[asyncio.current_task()] = connection
        return connection

    async def __aexit__(self, *_):
        self.free.put_nowait(self.lent.pop(asyncio.current_task()))


@contextlib.asynccontextmanager
async def life(app):
    app.state.writers = Writers()
    await app.state.writers.open(8)
    looking = asyncio.create_task(keep_looking())
    yield
    looking.cancel()


app = Starlette(
    routes=[Route("/flux", feed), Route("/appels", begin, methods=["POST"]), Route("/health", lambda request: PlainTextResponse("ok"))],
    lifespan=life)
