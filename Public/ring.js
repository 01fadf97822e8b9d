// Rings the screen when a promised hour has come. Without this file the list says it when it is loaded anew.
const PAUSE = 20_000, KEY = "entraide.sonnerie", TITLE = document.title;
const rang = new Set();

/** Two short notes, only where somebody asked for them. */
const sound = () => {
    if (localStorage.getItem(KEY) !== "oui") return;
    const audio = new AudioContext();
    for (const [start, pitch] of [[0, 660], [0.25, 880]]) {
        const note = audio.createOscillator(), volume = audio.createGain();
        note.frequency.value = pitch;
        volume.gain.value = 0.15;
        note.connect(volume).connect(audio.destination);
        note.start(audio.currentTime + start);
        note.stop(audio.currentTime + start + 0.2);
    }
};
const ring = (box) => {
    const due = box.dataset.rings.split(" ").filter(Boolean), isNew = due.some((caller) => !rang.has(caller));
    rang.clear();
    due.forEach((caller) => rang.add(caller));
    document.title = due.length ? `(${due.length}) ${TITLE}` : TITLE;
    return isNew;
};
const look = async () => {
    const shown = document.getElementById("a-faire");
    try {
        const answer = await fetch(shown.dataset.url);
        const box = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("a-faire");
        if (!box) return;
        if (ring(box)) {
            document.getElementById("sonne").textContent = box.querySelector("strong")?.textContent ?? "";
            sound();
        }
        // What somebody is about to press stays under their finger.
        if (!shown.contains(document.activeElement)) shown.replaceWith(document.adoptNode(box));
    } catch { /* Without the network nothing is new; the next look may say more. */ }
};

const shown = document.getElementById("a-faire");
if (shown) {
    ring(shown);
    const said = document.createElement("p");
    Object.assign(said, { id: "sonne", className: "visually-hidden" });
    said.setAttribute("role", "alert");
    shown.after(said);
    setInterval(look, PAUSE);
}
const bell = document.querySelector("[data-bell]");
if (bell) {
    const say = () => bell.setAttribute("aria-pressed", String(localStorage.getItem(KEY) === "oui"));
    bell.hidden = false;
    bell.addEventListener("click", () => {
        localStorage.setItem(KEY, localStorage.getItem(KEY) === "oui" ? "non" : "oui");
        say();
        sound();
    });
    say();
}
