"""The public list, and a request that is durable before it is answered."""

import hashlib
import json
import secrets
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.http import JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from . import catalogue
from .forms import NeedForm
from .models import Consent, Need, OutboundMail, Person

SYMBOLS = "23456789ACEGHKLMPQRTUVXYZ"
SIZE = 50


@require_GET
def needs(request):
    category = catalogue.category(request.GET.get("categorie", ""))
    found = Need.objects.filter(is_public=True)
    if category:
        found = found.filter(category_id=category.id)
    columns = ("id", "neighbourhood_id", "wanted_kind", "wanted_on", "review", "public_text", "created_at", "category_id")
    rows = list(found.only(*columns).order_by("-created_at", "-id")[: SIZE + 1])
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    tomorrow, monday = today + timedelta(days=1), today + timedelta(days=7 - today.weekday())
    names = catalogue.names()
    kinds = {kind.id: kind for kind in catalogue.categories()}
    for row in rows:
        row.place = names.get(row.neighbourhood_id, "Dans la commune")
        row.kind = kinds[row.category_id]
        row.time = time(row, tomorrow, monday)
    answer = render(request, "needs.html", {
        "categories": catalogue.categories(), "neighbourhoods": catalogue.neighbourhoods(), "category": category,
        "needs": rows[:SIZE], "next": rows[SIZE - 1] if len(rows) > SIZE else None})
    answer["Cache-Control"] = "no-store"
    return answer


def time(row, tomorrow, monday):
    if row.wanted_kind == "now":
        return "today"
    if row.wanted_kind == "every":
        return "regularly"
    return "today" if row.wanted_on < tomorrow else "this_week" if row.wanted_on < monday else "later"


@require_POST
def ask(request):
    form = NeedForm(json.loads(request.body))
    if not form.is_valid():
        return JsonResponse(form.errors, status=422)
    try:
        need, token = write(form.cleaned_data)
    except IntegrityError:  # the reference exists: once in thousands
        need, token = write(form.cleaned_data)
    return JsonResponse({"reference": need.reference, "status": need.status, "trackingToken": token}, status=201)


@transaction.atomic
def write(data):
    now = timezone.now()
    person = Person.objects.create(
        first_name=data["firstName"], last_name=data["lastName"] or None, email=data["email"] or None, phone=data["phone"],
        neighbourhood=data["neighbourhood"], place=data["place"] or None, created_at=now)
    token = secrets.token_urlsafe(32)
    need = Need.objects.create(
        reference=reference(), tracking_hash=hashlib.sha256(token.encode()).digest(), category=data["category"],
        neighbourhood=data["neighbourhood"], asker=person, wanted_kind=data["when"], wanted_on=data["date"], rhythm=data["rhythm"] or None,
        urgency=2 if data["when"] == "now" else 0, details=data["details"] or None, constraints=data["constraints"] or None,
        is_public=data["category"].may_be_public, due_at=now + timedelta(hours=2), created_at=now)
    Consent.objects.create(person=person, purpose="notice", subject=need.id, text_version="1", given_at=now)
    if person.email:
        context = {"person": person, "need": need, "token": token, "now": timezone.localtime(now)}
        OutboundMail.objects.create(
            kind="receipt", recipient=person.email, subject=f"Votre demande {need.reference} est enregistrée",
            text=render_to_string("receipt.txt", context), html=render_to_string("receipt.html", context), created_at=now)
    return need, token


def reference():
    """The unique key of the table refuses one that exists."""
    symbols = "".join(secrets.choice(SYMBOLS) for _ in range(6))
    return f"{symbols[:3]}-{symbols[3:]}"
