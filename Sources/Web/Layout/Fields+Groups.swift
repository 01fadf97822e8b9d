import HTML

/// Several tiles under one question.
extension Fields {
    /// One choice of several, as large tiles.
    func tiles(_ name: String, _ label: String, _ choices: [(value: String, label: String, hint: String?)]) -> Markup {
        fieldset(.class(state.refused(name) == nil ? "field" : "field invalid")) {
            legend { label }
            error(name)
            div(.class("tiles")) {
                for (position, choice) in choices.enumerated() {
                    tile(name, choice.value, choice.label, hint: choice.hint, first: position == 0)
                }
            }
        }
    }

    /// Boxes that are fields of their own, made by `tile`; nothing without any.
    /// - Parameter name: of a refusal that is about all of them; its link leads here.
    func boxes(_ label: String, hint: String? = nil, _ boxes: [Markup], name: String? = nil) -> Markup {
        guard !boxes.isEmpty else { return .empty }
        let isRefused = name.flatMap(state.refused) != nil
        return fieldset(.class(isRefused ? "field invalid" : "field"), .id(name), .tabindex(name == nil ? nil : -1)) {
            legend { label }
            if let hint { p(.class("hint")) { hint } }
            if let name { error(name) }
            div(.class("tiles two")) { for box in boxes { box } }
        }
    }
}
