// Enhancement only: every page works without this file. Sentences come from data attributes, so that no language lives here.
document.documentElement.classList.add("js");

/** Errors first: the summary at the top of a refused form takes the focus. */
const focusErrorSummary = () => document.querySelector(".error-summary")?.focus();

/** <textarea maxlength data-counter="id" data-counter-one="…{n}…" data-counter-other="…{n}…">: what is left, said politely and not at each key. */
const countCharacters = (area) => {
    const place = document.getElementById(area.dataset.counter);
    if (!place || area.maxLength < 0) return;
    let timer;
    const show = () => {
        const left = area.maxLength - area.value.length;
        const form = left === 1 ? area.dataset.counterOne : area.dataset.counterOther;
        place.textContent = (form ?? "{n}").replace("{n}", left.toLocaleString(document.documentElement.lang));
    };
    place.setAttribute("aria-live", "polite");
    area.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(show, 600);
    });
    show();
};

/** Two taps on "Envoyer" send one form. The button comes back when the page does (back button, or a failed network). */
const guardSubmit = (form) => {
    let sent = false;
    const buttons = () => form.querySelectorAll("button:not([type=button])");
    const set = (value) => {
        sent = value;
        buttons().forEach((button) => button.setAttribute("aria-disabled", String(value)));
    };
    form.addEventListener("submit", (event) => {
        if (sent) return event.preventDefault();
        set(true);
        setTimeout(() => set(false), 10_000);
    });
    addEventListener("pageshow", () => set(false));
};

/** Six digits, pasted with spaces or a whole sentence around them; when complete the focus goes to the button. */
const easeCode = (input) => {
    const digits = () => input.value.replace(/\D/g, "").slice(0, 6);
    input.addEventListener("paste", (event) => {
        const text = event.clipboardData?.getData("text") ?? "";
        const found = text.match(/(?:\d[\s\u00a0\u202f.-]*){6}/)?.[0] ?? text;
        event.preventDefault();
        input.value = found;
        input.dispatchEvent(new Event("input"));
    });
    input.addEventListener("input", () => {
        input.value = digits();
        if (input.value.length === 6) input.form?.querySelector("button:not([type=button])")?.focus();
    });
};

focusErrorSummary();
document.querySelectorAll("textarea[data-counter]").forEach(countCharacters);
document.querySelectorAll("form[method=post]").forEach(guardSubmit);
document.querySelectorAll("input[data-code]").forEach(easeCode);
document.querySelectorAll("button[data-print]").forEach((button) => button.addEventListener("click", () => print()));
if (document.querySelector("[data-completion]")) import("/static/completion.js");
