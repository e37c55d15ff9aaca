import { captionOf } from "../graph/elements";
import type { Picture } from "../data/protocol";
import { count } from "../data/words";
import { h } from "../page/dom";
import type { Session } from "../session";

interface Entry {
  id: string;
  label: string;
  kind: string;
  /** null for what can't be opened. */
  open: boolean | null;
  note: string;
  children: Entry[];
}

/** The picture as a tree: the same information for those who do not see it, and another way through it for all. */
export class Outline {
  readonly element = h("ul", { role: "tree", "aria-label": "Contents of the picture", class: "tree" });
  private readonly session: Session;
  private items: HTMLElement[] = [];

  constructor(session: Session) {
    this.session = session;
    session.on(["picture"], () => this.draw());
    session.on(["state"], () => this.select());
    this.element.addEventListener("keydown", (event) => this.onKey(event));
    this.element.addEventListener("click", (event) => this.onClick(event));
  }

  focus(): void {
    (this.items.find((item) => item.tabIndex === 0) ?? this.items[0])?.focus();
  }

  private draw(): void {
    const { picture } = this.session.shown;
    const focused = this.items.find((item) => item === document.activeElement)?.dataset.id;
    this.items = [];
    const entries = picture === null ? [] : entriesOf(picture);
    this.element.replaceChildren(...entries.map((entry) => this.item(entry, 1)));
    this.select();
    if (focused !== undefined) {
      this.items.find((item) => item.dataset.id === focused)?.focus();
    }
  }

  private item(entry: Entry, level: number): HTMLElement {
    const item = h(
      "li",
      {
        role: "treeitem",
        "aria-level": level,
        "aria-expanded": entry.open === null ? null : String(entry.open),
        "aria-label": [entry.label, entry.kind, entry.note].filter(Boolean).join(", "),
        tabindex: "-1",
        "data-id": entry.id,
      },
      h(
        "span",
        { class: "row", style: null },
        h("span", { class: "twist", "aria-hidden": "true" }, entry.open === null ? "" : entry.open ? "▾" : "▸"),
        h("span", { class: "label" }, entry.label),
        entry.note !== "" && h("span", { class: "note" }, entry.note),
      ),
    );
    this.items.push(item);
    if (entry.children.length > 0) {
      item.append(h("ul", { role: "group" }, ...entry.children.map((child) => this.item(child, level + 1))));
    }
    return item;
  }

  private select(): void {
    const { selected } = this.session.shown.state;
    let current: HTMLElement | undefined;
    for (const item of this.items) {
      const isSelected = item.dataset.id === selected;
      item.setAttribute("aria-selected", String(isSelected));
      item.tabIndex = -1;
      if (isSelected) {
        current = item;
      }
    }
    const reachable = current ?? this.items[0];
    if (reachable !== undefined) {
      reachable.tabIndex = 0;
    }
    current?.querySelector(".row")?.scrollIntoView({ block: "nearest" });
  }

  private onClick(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const item = target.closest<HTMLElement>("[role=treeitem]");
    const id = item?.dataset.id;
    if (!item || id === undefined) {
      return;
    }
    item.focus();
    if (target.classList.contains("twist") && item.hasAttribute("aria-expanded")) {
      void this.session.toggle(id);
    } else {
      void this.session.select(id);
    }
  }

  private onKey(event: KeyboardEvent): void {
    const item = event.target as HTMLElement;
    const id = item.dataset.id;
    const at = this.items.indexOf(item);
    if (id === undefined || at < 0 || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const expanded = item.getAttribute("aria-expanded");
    const focus = (other: HTMLElement | undefined | null) => other?.focus();
    switch (event.key) {
      case "ArrowDown":
        focus(this.items[at + 1]);
        break;
      case "ArrowUp":
        focus(this.items[at - 1]);
        break;
      case "Home":
        focus(this.items[0]);
        break;
      case "End":
        focus(this.items.at(-1));
        break;
      case "ArrowRight":
        if (expanded === "false") {
          void this.session.toggle(id);
        } else if (expanded === "true") {
          focus(this.items[at + 1]);
        }
        break;
      case "ArrowLeft":
        if (expanded === "true") {
          void this.session.toggle(id);
        } else {
          focus(item.parentElement?.closest<HTMLElement>("[role=treeitem]"));
        }
        break;
      case "Enter":
      case " ":
        void this.session.select(id);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

function entriesOf(picture: Picture): Entry[] {
  const { diagram } = picture;
  const closed = new Map(picture.collapsed.map((group) => [group.id, group]));
  const roots: Entry[] = [];
  const groups = new Map<string, Entry>();
  for (const group of diagram.groups) {
    if (!closed.has(group.id)) {
      const entry: Entry = { id: group.id, label: group.label, kind: group.kind, open: true, note: "", children: [] };
      groups.set(group.id, entry);
      (groups.get(group.parent ?? "")?.children ?? roots).push(entry);
    }
  }
  for (const node of diagram.nodes) {
    const group = closed.get(node.id);
    const problems = group !== undefined && group.problems > 0 ? `, ${count(group.problems, "problem")}` : "";
    const entry: Entry = {
      id: node.id,
      label: group?.label ?? captionOf(node),
      kind: node.kind,
      open: group === undefined ? null : false,
      note: group === undefined ? "" : `${group.nodes} inside${problems}`,
      children: [],
    };
    (groups.get(node.group ?? "")?.children ?? roots).push(entry);
  }
  return roots;
}
