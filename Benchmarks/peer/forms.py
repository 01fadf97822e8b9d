"""The fields that the program asks for, with the same rules."""

import re

from django import forms

from . import catalogue


class NeedForm(forms.Form):
    category = forms.CharField(max_length=40)
    when = forms.ChoiceField(choices=[("now", "now"), ("date", "date"), ("every", "every")])
    date = forms.DateField(required=False)
    rhythm = forms.ChoiceField(required=False, choices=[(r, r) for r in ("daily", "weekly", "fortnightly", "monthly")])
    neighbourhood = forms.CharField(max_length=60)
    place = forms.CharField(max_length=300, required=False)
    details = forms.CharField(max_length=1000, required=False)
    constraints = forms.CharField(max_length=500, required=False)
    firstName = forms.CharField(max_length=60)
    lastName = forms.CharField(max_length=60, required=False)
    email = forms.EmailField(required=False)
    phone = forms.CharField(max_length=30, required=False)
    notice = forms.CharField(max_length=3)

    def clean_category(self):
        found = catalogue.category(self.cleaned_data["category"])
        if found is None:
            raise forms.ValidationError("unknown category")
        return found

    def clean_neighbourhood(self):
        found = catalogue.neighbourhood(self.cleaned_data["neighbourhood"])
        if found is None:
            raise forms.ValidationError("unknown neighbourhood")
        return found

    def clean_phone(self):
        digits = re.sub(r"[^\d+]", "", self.cleaned_data["phone"])
        if digits.startswith("0"):
            digits = "+33" + digits[1:]
        if digits and not re.fullmatch(r"\+\d{8,15}", digits):
            raise forms.ValidationError("no telephone number")
        return digits or None

    def clean(self):
        data = super().clean()
        if not data.get("email") and not data.get("phone"):
            raise forms.ValidationError("neither e-mail nor telephone")
        if data.get("notice") != "yes":
            raise forms.ValidationError("the notice was not read")
        return data
