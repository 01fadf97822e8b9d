"""What a request for help writes, and what the public list reads."""

import uuid

from django.db import models


class Neighbourhood(models.Model):
    slug = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=100)


class Category(models.Model):
    key = models.CharField(max_length=40, unique=True)
    label = models.CharField(max_length=100)
    icon = models.CharField(max_length=40)
    is_remote = models.BooleanField()
    may_be_public = models.BooleanField()
    position = models.IntegerField()


class Person(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    first_name = models.CharField(max_length=60)
    last_name = models.CharField(max_length=60, null=True)
    email = models.CharField(max_length=254, null=True, db_index=True)
    phone = models.CharField(max_length=16, null=True, db_index=True)
    language = models.CharField(max_length=2, default="fr")
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, null=True)
    place = models.TextField(null=True)
    created_at = models.DateTimeField()


class Need(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    reference = models.CharField(max_length=7, unique=True)
    tracking_hash = models.BinaryField(unique=True)
    category = models.ForeignKey(Category, models.PROTECT)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, null=True)
    asker = models.ForeignKey(Person, models.PROTECT)
    wanted_kind = models.CharField(max_length=5)
    wanted_on = models.DateTimeField(null=True)
    rhythm = models.CharField(max_length=12, null=True)
    urgency = models.SmallIntegerField()
    details = models.TextField(null=True)
    constraints = models.TextField(null=True)
    status = models.CharField(max_length=20, default="open")
    review = models.CharField(max_length=10, default="unread")
    public_text = models.TextField(null=True)
    is_public = models.BooleanField()
    due_at = models.DateTimeField()
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index("category", models.F("created_at").desc(), models.F("id").desc(), name="need_public",
                         condition=models.Q(is_public=True)),
            models.Index("status", "due_at", name="need_due"),
        ]


class Consent(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    person = models.ForeignKey(Person, models.CASCADE)
    purpose = models.CharField(max_length=20)
    subject = models.UUIDField()
    text_version = models.CharField(max_length=10)
    given_at = models.DateTimeField()


class OutboundMail(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    kind = models.CharField(max_length=20)
    recipient = models.CharField(max_length=254)
    subject = models.TextField()
    text = models.TextField()
    html = models.TextField()
    status = models.CharField(max_length=10, default="waiting")
    created_at = models.DateTimeField(db_index=True)
