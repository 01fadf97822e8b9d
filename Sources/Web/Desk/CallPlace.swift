import Domain
import HTML
import Localization
import UseCases

/// For whom, where, and what whoever comes has to know.
struct CallPlace {
    let page: CallPage

    private var t: Localizer { page.t }
    private var fields: Fields { page.fields }

    var markup: Markup {
        .list([
            page.group("for", t("ask.who.title"), wide: true) {
                fields.tile("for", "me", t("call.for.me"), icon: "person", first: true)
                fields.tile("for", "other", t("call.for.other"), icon: "people", hint: t("ask.who.other.hint"))
                div(.class("reveal")) {
                    fields.input("otherFirstName", t("ask.who.firstName"), autocomplete: "off", maxlength: 60)
                    fields.input("otherLastName", t("ask.who.lastName"), optional: true, autocomplete: "off", maxlength: 60)
                    fields.input("otherPhone", t("ask.who.phone"), kind: .tel, hint: t("ask.who.phone.hint"), autocomplete: "off")
                }
            },
            PlaceQuestion(site: page.site, fields: fields, finding: page.screen.place, isOwn: false, isQuartierOptional: true).markup,
            fields.area(
                "constraints", t("ask.details.constraints"), hint: t("ask.details.constraints.hint"), optional: true, maxlength: 500,
                rows: 2),
        ])
    }
}

/// Who calls, after the notice (C-07). All of it may stay empty.
struct CallCaller {
    let page: CallPage

    private var t: Localizer { page.t }
    private var fields: Fields { page.fields }

    var markup: Markup {
        .list([
            .list(ConsentWords(t, page.site.town).lines(.callNotice).map(page.aloud)),
            page.group("notice", t("call.notice.label")) { fields.tile("notice", "yes", t("call.notice"), first: true, box: true) },
            div(.class("row")) {
                fields.input("firstName", t("call.firstName"), optional: true, autocomplete: "off", maxlength: 60)
                fields.input("lastName", t("call.lastName"), optional: true, autocomplete: "off", maxlength: 60)
            },
            fields.input(
                "bornOn", t("call.bornOn"), hint: t("call.bornOn.hint"), optional: true, autocomplete: "off", maxlength: 10, short: true),
            div(.class("row")) {
                fields.input("phone", t("ask.contact.phone"), kind: .tel, optional: true, autocomplete: "off")
                fields.input("email", t("ask.contact.email"), kind: .email, optional: true, autocomplete: "off")
            },
            p(.class("hint")) { t("call.noContact") },
            .list(ConsentWords(t, page.site.town).lines(.givePhone).map(page.aloud)),
            page.group("sharePhone", t("call.share.label")) {
                fields.tile("sharePhone", "yes", t("call.share.yes"), first: true)
                fields.tile("sharePhone", "no", t("call.share.no"))
            },
        ])
    }
}
