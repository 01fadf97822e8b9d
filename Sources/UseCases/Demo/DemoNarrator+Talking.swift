import Domain

extension DemoNarrator {
    /// The conversation of a match: as far as it got, and not longer than people write.
    mutating func talk(
        _ story: inout DemoStory, _ match: Match, _ cast: DemoCast, _ helper: Person, until end: Moment, _ ending: DemoStory.Ending
    ) {
        let language = cast.asker.language == "en" && helper.language == "en" ? "en" : "fr"
        let words = writer.words(language).messages
        var holes = writer.words(language).holes(in: stage.name(story.request.neighbourhood), &chance)
        holes["asker"] = cast.asker.firstName
        holes["helper"] = helper.firstName
        var lines: [(author: Message.Author, texts: [String])] = [(.helper, words.hello)]
        if cast.asker.isMailed {
            let topic = story.category.key == "groceries" ? "groceries" : story.category.mode == .remote ? "remote" : "other"
            lines += [(.asker, words.reply), (.helper, words.plan[topic] ?? []), (.asker, words.fine), (.helper, words.underway)]
            lines = Array(lines.prefix(chance.number(1...6)))
            if ending == .helped { lines += [(.asker, words.thanks)] + (chance.isOneOf(2) ? [(.helper, words.welcome)] : []) }
        } else {
            // Who has no e-mail is told by the referent, who may answer here.
            guard chance.share() < 0.5 else { return }
            lines.append((.referent, words.referent))
        }
        say(lines, holes, language, match, &story, cast, helper, until: end)
    }

    private mutating func say(
        _ lines: [(author: Message.Author, texts: [String])], _ holes: [String: String], _ language: String, _ match: Match,
        _ story: inout DemoStory, _ cast: DemoCast, _ helper: Person, until end: Moment
    ) {
        var at = match.createdAt
        for (author, texts) in lines {
            at = stage.calendar.clock.waking(atOrAfter: stage.calendar.after(at, .minutes(3), .minutes(180), &chance))
            guard at < end - .minutes(1), let text = chance.pick(texts) else { return }
            let writer = author == .asker ? cast.asker.id : author == .helper ? helper.id : story.request.owner
            let body = self.writer.filled(text, holes, language: language)
            story.messages.append(
                Message(id: chance.id(at: at), match: match.id, author: author, authorID: writer, body: body, sentAt: at))
        }
    }
}
