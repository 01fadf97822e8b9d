import Domain
import HTML
import Localization

/// A form as it was typed, with what was refused of it: fields keep their values and say beside them what is wrong.
struct FormState: Sendable {
    var values: [String: String]
    var refusal: Refusal?

    init(_ values: [String: String] = [:], refusal: Refusal? = nil) {
        self.values = values
        self.refusal = refusal
    }

    subscript(name: String) -> String { values[name] ?? "" }
    func refused(_ name: String) -> Refusal.Field? { refusal?.fields.first { $0.name == name } }
}

/// Form parts with label, hint and error tied together for screen readers.
struct Fields {
    let t: Localizer
    let state: FormState
    /// « (si vous voulez) » beside what may stay empty. Where nearly everything may, the page says so once.
    var marksOptional = true
    /// Keys that lead to a field (`accesskey`), by its name.
    var keys: [String: String] = [:]

    enum Kind { case text, email, tel, date, number }

    /// The list of what is wrong, on top of the page, each a link to its field.
    var errorSummary: Markup {
        guard let refusal = state.refusal else { return .empty }
        return div(.class("error-summary"), .role("alert"), .tabindex(-1), .aria("labelledby", "erreurs")) {
            h2(.id("erreurs")) {
                refusal.fields.isEmpty ? t(refusal.key, refusal.arguments) : t("form.errors", count: refusal.fields.count)
            }
            if !refusal.fields.isEmpty {
                ul {
                    for field in refusal.fields {
                        li { a(.href("#\(field.name)")) { t(field.key, field.arguments) } }
                    }
                }
            }
        }
    }

    func input(
        _ name: String, _ label: String, kind: Kind = .text, hint: String? = nil, optional: Bool = false, autocomplete: String? = nil,
        maxlength: Int? = nil, short: Bool = false, focus: Bool = false
    ) -> Markup {
        wrapped(name, label, hint: hint, optional: optional, short: short) { describedBy in
            HTML.input(
                .id(name), .name(name), .type(Self.type(kind)), .value(state[name]), .attr("accesskey", keys[name]),
                .autocomplete(autocomplete), .maxlength(maxlength), .aria("describedby", describedBy),
                .aria("invalid", state.refused(name) == nil ? nil : "true"), .autofocus(focus))
        }
    }

    func area(_ name: String, _ label: String, hint: String? = nil, optional: Bool = false, maxlength: Int, rows: Int = 5) -> Markup {
        wrapped(name, label, hint: hint, optional: optional, counter: maxlength) { describedBy in
            textarea(
                .id(name), .name(name), .rows(rows), .maxlength(maxlength), .attr("accesskey", keys[name]),
                .aria("describedby", describedBy),
                .aria("invalid", state.refused(name) == nil ? nil : "true"), .data("counter", "\(name)-reste"),
                .data("counter-one", t("form.left.one")), .data("counter-other", t("form.left.other"))
            ) { state[name] }
        }
    }

    func choice(_ name: String, _ label: String, _ options: [(value: String, label: String)], hint: String? = nil, optional: Bool = false)
        -> Markup
    {
        wrapped(name, label, hint: hint, optional: optional) { describedBy in
            select(
                .id(name), .name(name), .attr("accesskey", keys[name]), .aria("describedby", describedBy),
                .aria("invalid", state.refused(name) == nil ? nil : "true")
            ) {
                option(.value(""), .selected(state[name].isEmpty)) { t("form.choose") }
                for item in options {
                    option(.value(item.value), .selected(state[name] == item.value)) { item.label }
                }
            }
        }
    }

    /// A radio button or box as a large tile. The first of a group bears the group's name as its id, so that the summary finds it.
    func tile(
        _ name: String, _ value: String, _ label: String, icon symbol: String? = nil, hint: String? = nil, first: Bool = false,
        box: Bool = false, checked: Bool? = nil
    ) -> Markup {
        let id = first ? name : "\(name)-\(value.contains(" ") ? Slug.of(value) : value)"
        return div(.class("tile")) {
            HTML.input(
                .type(box ? "checkbox" : "radio"), .id(id), .name(name), .value(value), .checked(checked ?? (state[name] == value)),
                .aria("describedby", state.refused(name) == nil ? nil : "\(name)-erreur"))
            HTML.label(.for(id)) {
                if let symbol { HTML.icon(symbol) }
                span {
                    label
                    if let hint { span(.class("hint")) { hint } }
                }
            }
        }
    }

    func error(_ name: String) -> Markup {
        guard let field = state.refused(name) else { return .empty }
        return p(.class("error"), .id("\(name)-erreur")) {
            HTML.icon("warning")
            t(field.key, field.arguments)
        }
    }

    private func wrapped(
        _ name: String, _ label: String, hint: String?, optional: Bool, short: Bool = false, counter: Int? = nil,
        control: (String?) -> Markup
    ) -> Markup {
        let isRefused = state.refused(name) != nil
        let ids = [hint == nil ? nil : "\(name)-aide", isRefused ? "\(name)-erreur" : nil, counter == nil ? nil : "\(name)-reste"]
        let describedBy = ids.compactMap(\.self).joined(separator: " ")
        return div(.class("field\(isRefused ? " invalid" : "")\(short ? " short" : "")")) {
            HTML.label(.for(name)) {
                label
                if optional, marksOptional {
                    " "
                    span(.class("optional")) { t("form.optional") }
                }
            }
            if let hint { p(.class("hint"), .id("\(name)-aide")) { hint } }
            error(name)
            control(describedBy.isEmpty ? nil : describedBy)
            if let counter { p(.class("counter"), .id("\(name)-reste")) { t("form.atMost", ["count": counter]) } }
        }
    }

    private static func type(_ kind: Kind) -> String {
        switch kind {
        case .text: "text"
        case .email: "email"
        case .tel: "tel"
        case .date: "date"
        case .number: "number"
        }
    }
}
