// Completes an address as one types: the combobox of the ARIA Authoring Practices, on a field that works without it.
const SHORTEST = 3, PAUSE = 150;

const complete = (box) => {
    const input = box.querySelector("input:not([type=radio])");
    const list = Object.assign(document.createElement("ul"), { id: `${input.id}-liste`, className: "suggestions", hidden: true });
    const status = Object.assign(document.createElement("p"), { className: "visually-hidden" });
    let timer, request, active = -1;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.dataset.list);
    status.setAttribute("role", "status");
    input.after(list, status);
    for (const [name, value] of Object.entries({
        role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    })) input.setAttribute(name, value);

    const options = () => [...list.children];
    const close = () => {
        list.hidden = true;
        input.setAttribute("aria-expanded", "false");
        mark(-1);
    };
    const mark = (index) => {
        active = index;
        options().forEach((option, position) => option.setAttribute("aria-selected", String(position === index)));
        if (index < 0) return input.removeAttribute("aria-activedescendant");
        input.setAttribute("aria-activedescendant", options()[index].id);
        options()[index].scrollIntoView({ block: "nearest" });
    };
    const choose = (option) => {
        input.value = option.textContent;
        status.textContent = "";
        close();
        input.focus();
        input.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const show = (items) => {
        list.replaceChildren(...items.map((text, index) => {
            const option = Object.assign(document.createElement("li"), { id: `${list.id}-${index}`, textContent: text });
            option.setAttribute("role", "option");
            option.setAttribute("aria-selected", "false");
            // Before the field loses the focus.
            option.addEventListener("pointerdown", (event) => event.preventDefault());
            option.addEventListener("click", () => choose(option));
            return option;
        }));
        active = -1;
        input.removeAttribute("aria-activedescendant");
        list.hidden = items.length === 0;
        input.setAttribute("aria-expanded", String(items.length > 0));
        const words = items.length === 0 ? box.dataset.none : items.length === 1 ? box.dataset.one : box.dataset.other;
        status.textContent = words.replace("{n}", items.length);
    };
    const ask = async () => {
        request?.abort();
        const text = input.value.trim();
        if (text.length < SHORTEST) return close();
        request = new AbortController();
        try {
            const answer = await fetch(`${box.dataset.completion}?q=${encodeURIComponent(text)}`, { signal: request.signal });
            // 204: nobody can tell for now.
            if (answer.status === 204) close();
            else if (answer.ok && document.activeElement === input) show((await answer.json()).items);
        } catch {
            // No network, or a newer question: the field stays a plain one.
        }
    };

    input.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(ask, PAUSE);
        // What was chosen below belonged to what was typed before.
        box.querySelectorAll("input[type=radio]:checked").forEach((radio) => (radio.checked = false));
    });
    input.addEventListener("keydown", (event) => {
        const count = options().length;
        if (list.hidden || count === 0) return;
        if (event.key === "ArrowDown") mark((active + 1) % count);
        else if (event.key === "ArrowUp") mark((active <= 0 ? count : active) - 1);
        else if (event.key === "Escape") close();
        else if (event.key === "Enter" && active >= 0) choose(options()[active]);
        else return;
        event.preventDefault();
    });
    input.addEventListener("blur", () => {
        clearTimeout(timer);
        request?.abort();
        close();
    });
};

document.querySelectorAll("[data-completion]").forEach(complete);
