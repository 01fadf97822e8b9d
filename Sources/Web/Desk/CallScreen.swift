import Domain
import UseCases

/// What the one screen of a call shows.
struct CallScreen: Sendable {
    var call: ID<Call>
    /// The one that is on the screen.
    var version: Int
    /// Nil while nothing was saved.
    var savedAt: Moment?
    var state: FormState
    /// Who may be calling.
    var finding = CallerFinding.nobody
    /// Who is, when the page is shown in full.
    var card: CallerCard?
    var repetitions: [Repetition] = []
    /// What the base said of an address that was refused.
    var place: PlaceFinding?
    /// Where little can be promised now.
    var heavy: Capacity.Heavy?
    /// What to say in each kind of call.
    var scripts: [ScriptKeeping.Entry] = []
    /// Whom else one may turn to.
    var directory: ServiceDirectory.Reading?
    /// Another screen wrote meanwhile.
    var isOvertaken = false

    init(_ call: Call, _ form: CallForm, refusal: Refusal? = nil) {
        self.call = call.id
        version = call.version
        savedAt = call.version > 1 ? call.savedAt : nil
        let usual = ["for": "me"].merging((1...CallForm.mostNeeds).map { (CallForm.name("when", $0), "now") }) { $1 }
        state = FormState(usual.merging(form.fields) { $1 }, refusal: refusal)
    }

    var form: CallForm { CallForm(state.values) }
}
