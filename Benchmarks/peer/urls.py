from django.http import HttpResponse
from django.urls import path

from . import near, views

urlpatterns = [
    path("t/banc/demandes", views.needs),
    path("api/v1/towns/banc/requests", views.ask),
    path("api/v1/towns/banc/offers", near.offers),
    path("health", lambda request: HttpResponse("ready\n")),
]
