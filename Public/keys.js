// One key for one button, as long as no field has the focus; a switch turns it off for good (WCAG 2.1.4). Without this file there are the buttons.
const STORE = "touches";
const place = document.querySelector("[data-keys]");

const remembered = () => {
    try {
        return localStorage.getItem(STORE) !== "non";
    } catch {
        return true;
    }
};

if (place) {
    const toggle = place.querySelector("button");
    let isOn = remembered();
    const show = () => {
        toggle.setAttribute("aria-pressed", String(isOn));
        for (const hint of document.querySelectorAll("kbd.key")) hint.hidden = !isOn;
    };
    toggle.addEventListener("click", () => {
        isOn = !isOn;
        try {
            localStorage.setItem(STORE, isOn ? "oui" : "non");
        } catch {
            // Where nothing may be kept it holds for this page.
        }
        show();
    });
    document.addEventListener("keydown", (event) => {
        if (!isOn || event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
        if (event.target.closest?.("input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable]")) return;
        const button = document.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
        if (!button) return;
        event.preventDefault();
        const first = document.getElementById(button.dataset.first ?? "");
        if (first && !first.value) first.focus();
        else button.click();
    });
    place.hidden = false;
    show();
}
