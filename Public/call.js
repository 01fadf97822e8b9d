// Keeps a call as it is typed. Without this file the same form is saved by its buttons.
const PAUSE = 700, SLOWEST = 10_000;
const form = document.querySelector("form[data-draft]");

const keep = (form) => {
    const status = document.getElementById("enregistre");
    let timer, saving, wait = 1_000, isDirty = false, isStopped = false, isLost = false;
    const say = (words) => {
        if (status.textContent !== words) status.textContent = words;
        status.className = isLost ? "badge warning" : "meta";
    };
    const body = () => new URLSearchParams(new FormData(form));

    /** The server's part of the page: the version it stored, what it says, and what was asked for already. */
    const show = async (answer) => {
        const part = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("etat");
        if (!part) throw new Error("no part of the page");
        const shown = document.getElementById("etat"), focused = shown.contains(document.activeElement) && document.activeElement;
        shown.replaceWith(part);
        if (focused) part.querySelector(`[name="${focused.name}"][value="${focused.value}"]`)?.focus();
        if (answer.ok) form.elements.version.value = part.dataset.version;
        isStopped = !answer.ok;
        say(part.dataset.said);
    };
    const send = async () => {
        isDirty = false;
        try {
            const answer = await fetch(form.dataset.draft, { method: "POST", body: body() });
            if (!answer.ok && answer.status !== 409) throw new Error(String(answer.status));
            [wait, isLost] = [1_000, false];
            await show(answer);
        } catch {
            [isDirty, isLost] = [true, true];
            say(form.dataset.lost);
            wait = Math.min(wait * 2, SLOWEST);
        }
        saving = undefined;
        if (isDirty && !isStopped) later(isLost ? wait : PAUSE);
    };
    const save = () => {
        clearTimeout(timer);
        if (isStopped || saving) return saving;
        saving = send();
        return saving;
    };
    const later = (pause) => {
        clearTimeout(timer);
        timer = setTimeout(save, pause);
    };

    const change = () => {
        isDirty = true;
        if (isStopped || isLost || saving) return;
        say(form.dataset.saving);
        later(PAUSE);
    };
    form.addEventListener("input", change);
    // An address that was chosen from the list.
    form.addEventListener("change", (event) => event.target.role === "combobox" && change());
    addEventListener("online", () => isDirty && save());
    // What is sent next bears the version that a save on its way is about to raise.
    document.addEventListener("submit", (event) => {
        if (event.target !== form) return;
        clearTimeout(timer);
        const keeper = event.submitter?.closest("[data-keep]");
        if (keeper) form.elements.version.value = document.getElementById("etat").dataset.version;
        if (!saving) return (isDirty = false);
        event.preventDefault();
        event.stopImmediatePropagation();
        saving.finally(() => {
            clearTimeout(timer);
            const pressed = event.submitter;
            if (!pressed || pressed.isConnected) return form.requestSubmit(pressed);
            // The part of the page that it lay in is new: the same button there, or nothing, since Enter would make the requests.
            const same = [...form.querySelectorAll("button")].find((one) =>
                one.name === pressed.name && one.value === pressed.value && one.formAction === pressed.formAction);
            if (same) form.requestSubmit(same);
        });
    }, { capture: true });
    addEventListener("beforeunload", (event) => {
        if (isDirty && isLost) event.preventDefault();
    });
    addEventListener("pagehide", () => {
        if (isDirty && !isStopped) fetch(form.dataset.draft, { method: "POST", body: body(), keepalive: true }).catch(() => {});
    });

    // One more need without the network: its fields are there already.
    form.querySelector("[data-more]")?.addEventListener("click", (event) => {
        const next = form.querySelector("[data-need][hidden]");
        if (!next) return;
        event.preventDefault();
        next.hidden = false;
        form.elements.needs.value = next.dataset.need;
        event.currentTarget.hidden = !form.querySelector("[data-need][hidden]");
        next.querySelector("select").focus();
        form.dispatchEvent(new Event("input"));
    });
};

/** One word finds what to say: titles and words, whatever the accents and case. */
const find = (field) => {
    const input = field.querySelector("input"), said = field.querySelector("[role=status]");
    const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const answers = [...document.querySelectorAll("[data-answer]")].map((one) => [one, fold(one.textContent)]);
    field.hidden = false;
    input.addEventListener("input", (event) => {
        event.stopPropagation();
        const words = fold(input.value).split(/\s+/).filter(Boolean);
        const found = answers.filter(([one, text]) => !(one.hidden = !words.every((word) => text.includes(word))));
        answers.forEach(([one]) => (one.open = false));
        if (words.length && found.length) found[0][0].open = true;
        said.textContent = found.length ? "" : input.dataset.none;
    });
    // Enter in the field would save the call.
    input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
};

if (form) keep(form);
document.querySelectorAll("[data-finder]").forEach(find);
