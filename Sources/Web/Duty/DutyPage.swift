import Domain
import HTML
import Localization
import UseCases

/// A week of the desk's roster: what is still to be taken is loud, and each may put themselves down.
struct DutyPage: Page {
    let site: Site
    let roster: DutyKeeping.Roster
    let viewer: Actor
    let state: FormState
    let isDone: Bool

    var title: String { state.refusal == nil ? t("duty.title") : t("form.errorTitle", ["title": t("duty.title")]) }

    private var words: DutyWords { DutyWords(site: site, roster: roster) }
    private var fields: Fields { Fields(t: t, state: state) }
    private var wanted: Int { roster.duties.count { $0.person == nil && $0.until > roster.now } }
    private var week: [(name: String, value: String)] { [("semaine", roster.week.text)] }

    var content: Markup {
        .list([
            BackLink(path: links.desk, label: t("desk.title")).markup,
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { t("duty.title") }
                p(.class("lead")) { t("duty.week", ["number": String(roster.week.number), "date": words.date(roster.week.monday)]) }
            },
            isDone ? notice("success", "check", t("duty.done")) : .empty,
            wanted > 0 ? notice("warning", "warning", t("duty.wanted", count: wanted)) : .empty,
            weeks,
            .list(roster.week.days.map(day)),
            viewer.runsRoster ? .list([copying, adding]) : .empty,
        ])
    }

    private var weeks: Markup {
        nav(.class("actions"), .aria("label", t("duty.weeks"))) {
            a(.class("button quiet small"), .href(links.duties(roster.week.adding(weeks: -1)))) { t("duty.before") }
            a(.class("button quiet small"), .href(links.duties)) { t("duty.now") }
            a(.class("button quiet small"), .href(links.duties(roster.week.adding(weeks: 1)))) { t("duty.after") }
            a(.class("button secondary small"), .href(links.dutySheet(roster.week))) {
                icon("print")
                t("duty.sheet")
            }
        }
    }

    private func day(_ day: CivilDay) -> Markup {
        let (duties, gaps) = (words.duties(on: day), words.gaps(on: day))
        return section(.class("stack section"), .aria("labelledby", "jour-\(day.iso)")) {
            h2(.id("jour-\(day.iso)")) { words.date(day) }
            if duties.isEmpty { p(.class("meta")) { t("duty.none") } }
            if !duties.isEmpty { ul(.class("todo")) { for duty in duties { item(duty, on: day) } } }
            if !duties.isEmpty, !gaps.isEmpty {
                p(.class("meta")) { words.isUncovered(day) ? t("duty.gaps.day") : t("duty.gaps", ["hours": t.list(gaps)]) }
            }
        }
    }

    private func item(_ duty: Duty, on day: CivilDay) -> Markup {
        let hours = words.hours(duty.from, duty.until, on: day)
        return li(.class(duty.person == nil && duty.until > roster.now ? "late" : nil)) {
            div {
                h3 { hours }
                if let name = words.name(duty) { p { name } } else { p { span(.class("badge error")) { t("duty.open") } } }
                if duty.isOn(at: roster.now) { p { span(.class("badge success")) { t("duty.on") } } }
                if !duty.over.isEmpty { p(.class("meta")) { t("duty.over") } }
            }
            if duty.until > roster.now { div(.class("actions")) { actions(duty, "\(words.date(day)), \(hours)") } }
        }
    }

    private func actions(_ duty: Duty, _ when: String) -> Markup {
        var all: [Markup] = []
        if duty.person == nil { all.append(press(links.takenDuty(duty.id), "duty.take", "button small", when)) }
        if duty.person != nil, duty.from > roster.now, duty.person == viewer.person || viewer.runsRoster {
            all.append(
                press(links.leftDuty(duty.id), duty.person == viewer.person ? "duty.leave" : "duty.clear", "button secondary small", when))
        }
        if viewer.runsRoster, duty.person == nil || duty.from > roster.now { all.append(putting(duty, when)) }
        if viewer.runsRoster, duty.person == nil {
            all.append(press(links.removedDuty(duty.id), "duty.remove", "button quiet small", when))
        }
        return .list(all)
    }

    private func press(_ action: String, _ key: String, _ style: String, _ when: String) -> Markup {
        ButtonForm(action: action, label: t(key), style: style, complement: when, hidden: week).markup
    }

    private func putting(_ duty: Duty, _ when: String) -> Markup {
        let id = "qui-\(duty.id.text)"
        return details {
            summary {
                t("duty.put")
                span(.class("visually-hidden")) { " " + when }
            }
            HTML.form(.method("post"), .action(links.personOfDuty(duty.id)), .class("stack")) {
                input(.type("hidden"), .name("semaine"), .value(roster.week.text))
                div(.class("field")) {
                    label(.for(id)) { t("duty.person") }
                    select(.id(id), .name("person")) {
                        for one in roster.people { option(.value(one.id.text), .selected(one.id == duty.person)) { one.name } }
                    }
                }
                if viewer.mayInsistOnDuty { insisting("malgre-\(duty.id.text)") }
                button(.class("button small"), .type("submit")) { t("duty.put.save") }
            }
        }
    }

    private func insisting(_ id: String) -> Markup {
        div(.class("tile")) {
            input(.type("checkbox"), .id(id), .name("insists"), .value("yes"))
            label(.for(id)) { span { t("duty.insist") } }
        }
    }

    private var copying: Markup {
        section(.class("box"), .aria("labelledby", "copie")) {
            h2(.id("copie")) { t("duty.copy") }
            p { t("duty.copy.lead") }
            ButtonForm(action: links.dutyCopies, label: t("duty.copy.button"), style: "button secondary", hidden: week).markup
        }
    }

    private var adding: Markup {
        HTML.form(.method("post"), .action(links.duties), .attr("novalidate", ""), .class("box"), .aria("labelledby", "ajout")) {
            h2(.id("ajout")) { t("duty.add") }
            input(.type("hidden"), .name("semaine"), .value(roster.week.text))
            fields.input("day", t("duty.day"), kind: .date)
            div(.class("row")) {
                fields.input("from", t("duty.from"), hint: t("duty.from.hint"), maxlength: 8, short: true)
                fields.input("until", t("duty.until"), hint: t("duty.until.hint"), maxlength: 8, short: true)
            }
            fields.choice(
                "person", t("duty.person"), roster.people.map { ($0.id.text, $0.name) }, hint: t("duty.person.hint"), optional: true)
            if viewer.mayInsistOnDuty { insisting("insists") }
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("duty.add.save") } }
        }
    }
}
