from django.http import HttpResponse
from django.urls import path

from . import views

urlpatterns = [
    path("t/banc/demandes", views.needs),
    path("api/v1/towns/banc/requests", views.ask),
    path("health", lambda request: HttpResponse("ready\n")),
]
