"""The JSON interface as its own document describes it, and HTTP/1.1 as nobody should speak it."""
import socket
import time
from datetime import datetime

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from support.asking import BODY
from support.process import status_of
from support.wire import Wire, call
from support.world import TOWN, TOWNS

DATE_TIMES = FormatChecker(formats=["date", "uuid"])


@DATE_TIMES.checks("date-time", raises=ValueError)
def is_moment(value):
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


@pytest.fixture(scope="module")
def document(entraide):
    status, kind, document = call(entraide, "GET", "/openapi.json")
    assert (status, kind) == (200, "application/json")
    return document


@pytest.fixture(scope="module")
def assert_fits(document):
    """`assert_fits(value, "Town")`: the value has the shape of that schema of the document."""
    registry = Registry().with_resource("urn:entraide", Resource(contents=document, specification=DRAFT202012))

    def check(value, name):
        reference = name if name.startswith("#") else f"#/components/schemas/{name}"
        Draft202012Validator({"$ref": f"urn:entraide{reference}"}, registry=registry, format_checker=DATE_TIMES).validate(value)

    return check


@pytest.fixture(scope="module")
def created(entraide):
    status, _, created = call(entraide, "POST", f"/towns/{TOWN}/requests", BODY)
    assert status == 201
    return created


def operations(document, method):
    for path, entries in document["paths"].items():
        if method in entries:
            yield path, entries[method]


def schema_of(operation, status):
    media = next(iter(operation["responses"][str(status)]["content"].values()))
    return media["schema"]["$ref"]


def test_the_document_is_openapi(document):
    validate(document)
    ids = [entry["operationId"] for _, entries in document["paths"].items() for entry in entries.values()]
    assert len(ids) == len(set(ids))
    for path, operation in operations(document, "post"):
        assert operation["description"], f"{path} does not say how it may be repeated"
        assert "429" in operation["responses"], path


def test_what_is_read_without_a_secret_has_the_shape_that_is_described(entraide, document, assert_fits):
    read = 0
    for path, operation in operations(document, "get"):
        if "{token}" in path:
            continue
        for town in TOWNS:
            address = path.replace("{town}", town)
            if "{id}" in address:
                items = call(entraide, "GET", address.removesuffix("/{id}"))[2]["items"]
                if not items:
                    continue
                address = address.replace("{id}", items[0]["id"])
            status, kind, answer = call(entraide, "GET", address)
            assert (status, kind) == (200, "application/json"), address
            assert_fits(answer, schema_of(operation, 200))
            read += 1
    assert read > 20


@pytest.mark.parametrize("kind", ("needs", "offers"))
def test_a_list_is_read_to_its_end(entraide, assert_fits, kind):
    seen, cursor = [], ""
    while cursor is not None:
        page = call(entraide, "GET", f"/towns/{TOWN}/{kind}?cursor={cursor}")[2]
        assert_fits(page, "NeedList" if kind == "needs" else "OfferList")
        seen += [item["id"] for item in page["items"]]
        cursor = page["next"]
    assert len(seen) == len(set(seen)) > 0


def test_a_created_request_is_followed_and_taken_back(entraide, created, assert_fits):
    assert_fits(BODY, "NewRequest")
    assert_fits(created, "CreatedRequest")
    path = f"/towns/{TOWN}/tracking/{created['trackingToken']}"
    tracked = call(entraide, "GET", path)[2]
    assert_fits(tracked, "TrackedRequest")
    assert tracked["reference"] == created["reference"]
    reason = {"reason": "no_longer_needed"}
    assert_fits(reason, "Cancellation")
    for _ in range(2):
        status, _, cancelled = call(entraide, "POST", f"{path}/cancellation", reason)
        assert (status, cancelled["status"]) == (200, "cancelled")
        assert_fits(cancelled, "TrackedRequest")


WRONG = "A" * 43
PROBLEMS = [
    ("GET", "/nowhere", None, 404),
    ("GET", "/towns/nowhere", None, 404),
    ("GET", f"/towns/{TOWN}/needs/x", None, 404),
    ("GET", f"/towns/{TOWN}/tracking/{WRONG}", None, 404),
    ("POST", f"/towns/{TOWN}/asks/{WRONG}/answer", {"answer": "yes"}, 404),
    ("DELETE", "/towns", None, 405),
    ("OPTIONS", f"/towns/{TOWN}/needs", None, 405),
    ("POST", f"/towns/{TOWN}/requests", {"category": "nothing"}, 422),
    ("POST", f"/towns/{TOWN}/requests", BODY | {"category": 1}, 422),
    ("POST", f"/towns/{TOWN}/requests", b"{", 422),
    ("POST", f"/towns/{TOWN}/requests", b"\xff\xfe\x00", 422),
    ("POST", f"/towns/{TOWN}/requests", b"[" * 60_000, 422),
    ("POST", f"/towns/{TOWN}/requests", b"x" * 10_000_000, 413),
]


@pytest.mark.parametrize(("method", "path", "body", "expected"), PROBLEMS)
def test_what_is_refused_is_a_problem(entraide, assert_fits, method, path, body, expected):
    status, kind, problem = call(entraide, method, path, body)
    assert (status, kind) == (expected, "application/problem+json")
    assert_fits(problem, "Problem")
    assert problem["status"] == expected and problem["detail"]


def test_nobody_elses_script_may_read(entraide):
    with Wire(entraide) as wire:
        wire.send(wire.head("GET", "/api/v1/towns", "Origin: https://ailleurs.example", "Connection: close"))
        status, headers, _ = wire.answer()
    assert status == 200
    assert not [name for name in headers if name.startswith("access-control")]


def test_head_has_no_body_and_the_connection_goes_on(entraide):
    with Wire(entraide) as wire:
        for path, expected in (("/api/v1/towns", 200), ("/api/v1/nowhere", 404)):
            wire.send(wire.head("HEAD", path))
            line = wire.socket.makefile("rb", buffering=0)
            assert f" {expected} ".encode() in line.readline()
            while line.readline().strip():
                pass
        wire.send(wire.head("GET", "/api/v1/towns", "Connection: close"))
        assert wire.answer()[0] == 200


def test_a_body_that_is_too_large_is_not_waited_for(entraide):
    """Ten gigabytes are announced; the answer comes once the limit is passed."""
    with Wire(entraide) as wire:
        wire.send(wire.head("POST", f"/api/v1/towns/{TOWN}/requests", "Content-Type: application/json", "Content-Length: 10000000000"))
        wire.send(b"x" * 100_000)
        assert wire.answer()[0] == 413
    assert status_of(f"{entraide.url}/health/live") == 200


POST = f"POST /api/v1/towns/{TOWN}/requests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n".encode()
MALFORMED = {
    "garbage": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "no-version": b"GET /api/v1/towns\r\n\r\n\r\n",
    "bad-header": b"GET /api/v1/towns HTTP/1.1\r\nHost: x\r\nA B: c\r\n\r\n",
    "null-in-header": b"GET /api/v1/towns HTTP/1.1\r\nHost: x\r\nA: \x00\r\n\r\n",
    "chunk-size": POST + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n",
    "chunk-too-long": POST + b"Transfer-Encoding: chunked\r\n\r\n1\r\n{}{}{}\r\n0\r\n\r\n",
    "two-lengths": POST + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "length-of-words": POST + b"Content-Length: two\r\n\r\n{}",
    "endless-header": b"GET /api/v1/towns HTTP/1.1\r\nHost: x\r\nA: " + b"a" * 200_000 + b"\r\n\r\n",
}


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_no_http_is_answered_400_and_the_server_lives(entraide, name):
    with Wire(entraide) as wire:
        wire.send(MALFORMED[name])
        answer = wire.answer()
    assert answer is not None and answer[0] in (400, 431), answer
    assert status_of(f"{entraide.url}/health/live") == 200


def test_a_client_that_vanishes_in_its_body_is_forgotten(entraide):
    for _ in range(20):
        with Wire(entraide) as wire:
            wire.send(POST + b"Content-Length: 500\r\n\r\n{\"category\":")
    assert status_of(f"{entraide.url}/health/ready") == 200


def test_slow_clients_keep_nobody_waiting(entraide):
    """Thirty half-open requests, a byte a second: others are served as if they were not there."""
    slow = [Wire(entraide) for _ in range(30)]
    try:
        for wire in slow:
            wire.send(b"GET /api/v1/towns HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        for _ in range(5):
            for wire in slow:
                wire.send(b"a")
            began = time.monotonic()
            assert call(entraide, "GET", f"/towns/{TOWN}/needs")[0] == 200
            assert status_of(entraide.town(TOWN)) == 200
            assert time.monotonic() - began < 3
            time.sleep(1)
    finally:
        for wire in slow:
            wire.socket.shutdown(socket.SHUT_RDWR)
            wire.socket.close()
