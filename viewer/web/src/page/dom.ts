// Elements are made here and nowhere else, and text becomes a text node: a name can never become markup.

export type Child = Node | string | null | false | undefined;
type Listener = (event: never) => void;
export type Properties = Record<string, string | number | boolean | null | undefined | Listener>;

/** An element; `on...` are listeners, false and null leave an attribute out. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, properties: Properties = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), value as EventListener);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false && child !== undefined));
  return element;
}

/** Replaces all that is in an element, and keeps the focus, and what is being typed, in what has the same `data-key`. */
export function fill(element: HTMLElement, ...children: Child[]): void {
  const active = document.activeElement;
  const key = active instanceof HTMLElement && element.contains(active) ? active.dataset.key : undefined;
  element.replaceChildren(...children.filter((child): child is Node | string => child !== null && child !== false && child !== undefined));
  if (key !== undefined) {
    const heir = element.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    if (heir instanceof HTMLInputElement && active instanceof HTMLInputElement && heir.type === "text" && active.value !== active.defaultValue) {
      heir.value = active.value;
    }
    heir?.focus();
  }
}

/** Icons as paths, 24 by 24. */
const ICONS = {
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20",
  open: "M3 7a2 2 0 0 1 2-2h4l2 2.5h8a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z",
  compare: "M8 4v16M16 4v16M3 8h5M3 16h5M16 8h5M16 16h5",
  whatif: "M6 3v6a4 4 0 0 0 4 4h8M14 9l4 4-4 4M6 9v12",
  save: "M12 4v11M7.5 10.5L12 15l4.5-4.5M5 20h14",
  help: "M9 9a3 3 0 1 1 4.2 2.75c-.8.4-1.2 1-1.2 2M12 17.2v.3",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1 1M17.4 17.4l1 1M5.6 18.4l1-1M17.4 6.6l1-1",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  fit: "M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4",
  plus: "M12 6v12M6 12h12",
  minus: "M6 12h12",
  close: "M6 6l12 12M18 6L6 18",
  copy: "M9 9h10v11H9zM5 15V4h10",
  beside: "M4 5h16v14H4zM12 5v14",
  above: "M4 5h16v14H4zM4 12h16",
  one: "M4 5h16v14H4z",
  menu: "M4 7h16M4 12h16M4 17h16",
} as const;
export type IconName = keyof typeof ICONS;

export function icon(name: IconName): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button with an icon; `label` is read out and shown on hovering. */
export function iconButton(name: IconName, label: string, onclick: (event: MouseEvent) => void, more: Properties = {}): HTMLButtonElement {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...more }, icon(name));
}
