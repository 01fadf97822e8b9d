// Puts what the list says on the town's base map. Without scripts, Leaflet or tiles the drawing stays, and says the same.
const TARGET = 44, NEAREST = 17;
const figure = document.querySelector(".map-figure[data-tiles]");
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The places of the list, the largest first. */
const readPlaces = () =>
    [...document.querySelectorAll("[data-marks]")]
        .flatMap((row) => JSON.parse(row.dataset.marks).map((mark) => ({ ...mark, link: row.querySelector("th a")?.href })))
        .sort((one, other) => other.count - one.count);

/** Places too near to each other for a finger at this zoom are one. */
const gather = (map, places) =>
    places.reduce((groups, place) => {
        const at = L.latLng(place.latitude, place.longitude);
        const point = map.project(at);
        const near = groups.find((group) => group.point.distanceTo(point) < TARGET);
        if (near) near.places.push(place);
        else groups.push({ at, point, places: [place] });
        return groups;
    }, []);

const popup = (places) => {
    const box = document.createElement("div");
    box.append(...places.map(({ words, link }) =>
        Object.assign(document.createElement(link ? "a" : "p"), { textContent: words, ...(link && { href: link }) })));
    return box;
};

const step = (count) => figure.dataset.steps.split(" ").filter((least) => least <= count).length;

const marker = ({ at, places }, width) => {
    const count = places.reduce((sum, place) => sum + place.count, 0);
    const number = Object.assign(document.createElement("span"), { textContent: count.toLocaleString(document.documentElement.lang) });
    const icon = L.divIcon({ className: `map-mark count-${step(count)}`, html: number, iconSize: [TARGET, TARGET] });
    const marker = L.marker(at, { icon, riseOnHover: true }).bindPopup(popup(places), { minWidth: 140, maxWidth: Math.min(280, width - 110), maxHeight: 220 });
    const words = places.map(({ words }) => words).join("; ");
    // The number that is seen is said too, also where it is a sum (WCAG 2.5.3).
    const name = places.length > 1 ? `${number.textContent} : ${words}` : words;
    marker.on("popupopen", ({ popup }) => popup.getElement().setAttribute("aria-label", words));
    marker.on("add", () => {
        const button = marker.getElement();
        button.setAttribute("aria-label", name);
        button.setAttribute("aria-haspopup", "dialog");
        // Leaflet opens by Enter; a button also opens by the space bar.
        button.addEventListener("keydown", (event) => {
            if (event.key !== " ") return;
            event.preventDefault();
            marker.openPopup();
        });
    });
    return marker;
};

/** The focus goes into what opened, and back to where it was. */
const keepFocus = (map) => {
    let button;
    map.on("popupopen", ({ popup }) => {
        button = popup._source?.getElement();
        popup.getElement().setAttribute("role", "dialog");
        const close = popup.getElement().querySelector(".leaflet-popup-close-button");
        close?.setAttribute("aria-label", figure.dataset.close);
        (popup.getElement().querySelector(".leaflet-popup-content a") ?? close)?.focus({ preventScroll: true });
    });
    map.on("popupclose", ({ popup }) => {
        if (popup.getElement()?.contains(document.activeElement)) button?.focus({ preventScroll: true });
    });
    map.getContainer().addEventListener("keydown", (event) => {
        if (event.key === "Escape") map.closePopup();
    });
};

const makeMap = (container, bounds) => {
    const map = L.map(container, {
        attributionControl: false, zoomControl: false, scrollWheelZoom: false, maxZoom: NEAREST, maxBounds: bounds.pad(0.5),
        // One finger scrolls the page; two move the map.
        dragging: !L.Browser.mobile,
        zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still,
    });
    if (still) map.panBy = (offset, options) => L.Map.prototype.panBy.call(map, offset, { ...options, animate: false });
    L.control.zoom({ zoomInTitle: figure.dataset.nearer, zoomOutTitle: figure.dataset.farther }).addTo(map);
    return map.fitBounds(bounds);
};

const show = () => {
    const [south, west, north, east] = figure.dataset.box.split(" ").map(Number);
    const bounds = L.latLngBounds([south, west], [north, east]);
    const drawing = figure.querySelector(".map");
    const container = Object.assign(document.createElement("div"), { className: "map-tiles" });
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", figure.dataset.label);
    drawing.before(container);
    const map = makeMap(container, bounds);
    L.tileLayer(figure.dataset.tiles, { maxZoom: NEAREST }).addTo(map);
    drawing.classList.replace("map", "map-overlay");
    drawing.removeAttribute("role");
    drawing.removeAttribute("aria-label");
    drawing.setAttribute("aria-hidden", "true");
    drawing.setAttribute("preserveAspectRatio", "none");
    L.svgOverlay(drawing, bounds).addTo(map);
    const marks = L.layerGroup().addTo(map), places = readPlaces();
    const draw = () => {
        marks.clearLayers();
        gather(map, places).forEach((group) => marks.addLayer(marker(group, container.clientWidth)));
    };
    map.on("zoomend", draw);
    draw();
    keepFocus(map);
};

if (figure && globalThis.L) show();
