// Keeps the desk's board up to date. Without this file there is a link to look again.
const SPEAKING = 15_000;
const board = document.getElementById("tableau");

const follow = (board) => {
    const state = document.getElementById("direct"), announced = document.getElementById("annonce");
    let spoken = 0, waiting, summary = board.querySelector("[data-summary]").dataset.summary;
    const say = (words) => {
        if (state.textContent !== words) state.textContent = words;
    };

    /** Read aloud now and then only, however often it changes. */
    const speak = () => {
        clearTimeout(waiting);
        const pause = spoken + SPEAKING - Date.now();
        if (pause > 0) return (waiting = setTimeout(speak, pause));
        spoken = Date.now();
        announced.textContent = summary;
    };
    const show = (part) => {
        const focused = board.contains(document.activeElement) && document.activeElement.getAttribute("href");
        const next = new DOMParser().parseFromString(part, "text/html").body.firstElementChild;
        board.replaceChildren(next);
        if (focused) board.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
        if (next.dataset.summary === summary) return;
        summary = next.dataset.summary;
        speak();
    };

    let source;
    const open = () => {
        source = new EventSource(board.dataset.feed);
        source.addEventListener("open", () => say(state.dataset.live));
        source.addEventListener("board", (event) => show(event.data));
        source.addEventListener("end", () => {
            source.close();
            say(state.dataset.lost);
        });
        source.addEventListener("error", () => say(source.readyState === EventSource.CLOSED ? state.dataset.lost : state.dataset.again));
    };
    open();
    addEventListener("pagehide", () => source.close());
    addEventListener("pageshow", (event) => event.persisted && open());
};

if (board && "EventSource" in window) follow(board);
