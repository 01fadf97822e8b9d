"""Categories and quartiers, kept in the process: the program keeps them too."""

from functools import cache

from .models import Category, Neighbourhood


@cache
def categories():
    return list(Category.objects.order_by("position"))


@cache
def neighbourhoods():
    return list(Neighbourhood.objects.order_by("id"))


@cache
def category(key):
    return next((category for category in categories() if category.key == key), None)


@cache
def neighbourhood(slug):
    return next((place for place in neighbourhoods() if place.slug == slug), None)


@cache
def names():
    return {place.id: place.name for place in neighbourhoods()}


@cache
def slugs():
    return {place.id: place.slug for place in neighbourhoods()}
