// Hides what is on the screen when nobody has touched it for a while: a desk is passed by many people. Nothing that was typed is lost.
const words = document.querySelector("[data-veil]");
const veil = document.createElement("dialog");
let timer;

const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, Number(words.dataset.veilAfter) * 1_000);
};
const hide = () => {
    if (veil.open) return;
    veil.showModal();
};
if (words) {
    const title = document.createElement("h2"), back = document.createElement("button");
    title.textContent = words.dataset.veil;
    title.id = "voile";
    Object.assign(back, { type: "button", className: "button", textContent: words.dataset.veilBack });
    veil.className = "veil";
    veil.setAttribute("aria-labelledby", title.id);
    veil.append(title, back);
    document.body.append(veil);
    back.addEventListener("click", () => veil.close());
    veil.addEventListener("close", wait);
    for (const sign of ["keydown", "pointerdown", "pointermove", "input", "scroll"]) {
        addEventListener(sign, () => veil.open || wait(), { passive: true });
    }
    wait();
}
