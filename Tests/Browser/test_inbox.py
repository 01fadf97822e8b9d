"""The inbox through which people sign in and answer."""
import smtplib
from email.message import EmailMessage

import pytest


def send(inbox, to, subject, text="Bonjour", html=None):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "ville@exemple.test", to, subject
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    with smtplib.SMTP("127.0.0.1", inbox.port) as server:
        server.send_message(mail)


def test_a_mail_is_found_with_its_links_and_its_code(inbox):
    send(inbox, "lea@exemple.test", "Autre chose")
    text = "Votre code : 123\u202f456, ou http://127.0.0.1:1/connexion?jeton=é."
    send(inbox, "lea@exemple.test", "Votre accès à l’entraide", text, '<a href="http://127.0.0.1:1/oui?a=1&amp;b=2">Oui</a>')
    mail = inbox.wait_for("lea@exemple.test", "votre accès")
    assert mail.code == "123456"
    assert mail.links == ["http://127.0.0.1:1/connexion?jeton=é", "http://127.0.0.1:1/oui?a=1&b=2"]
    assert mail.link("/oui") == "http://127.0.0.1:1/oui?a=1&b=2"


def test_a_mail_is_taken_once_and_only_by_its_addressee(inbox):
    send(inbox, "ali@exemple.test", "Bonjour")
    with pytest.raises(AssertionError, match="no mail to zoe"):
        inbox.wait_for("zoe@exemple.test", seconds=0.1)
    inbox.wait_for("ali@exemple.test")
    with pytest.raises(AssertionError, match="no mail to ali"):
        inbox.wait_for("ali@exemple.test", seconds=0.1)


def test_the_server_comes_back_with_what_it_had(inbox):
    send(inbox, "tom@exemple.test", "Avant")
    inbox.stop()
    with pytest.raises(OSError):
        send(inbox, "tom@exemple.test", "Perdu")
    inbox.start()
    send(inbox, "tom@exemple.test", "Après")
    assert [inbox.wait_for("tom@exemple.test").subject for _ in range(2)] == ["Avant", "Après"]
