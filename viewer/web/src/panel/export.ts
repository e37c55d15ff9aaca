import type { Canvas } from "../graph/canvas";
import { h, icon } from "../page/dom";
import type { Session } from "../session";

/** Menu of all formats; the server writes them, and a page from disk what it can itself. */
export class ExportMenu {
  readonly element: HTMLElement;
  private readonly session: Session;
  private readonly canvas: () => Canvas | null;
  private readonly list = h("ul", { role: "menu", "aria-label": "Formats", hidden: true, id: "export-menu" });
  private readonly button: HTMLButtonElement;

  constructor(session: Session, canvas: () => Canvas | null) {
    this.session = session;
    this.canvas = canvas;
    this.button = h(
      "button",
      { type: "button", class: "tool", "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": "export-menu", title: "Save what is seen (e)", onclick: () => this.toggle() },
      icon("save"),
      h("span", {}, "Export"),
    );
    this.element = h(
      "div",
      { class: "menu", onkeydown: (event: KeyboardEvent) => this.onKey(event), onfocusout: (event: FocusEvent) => this.element.contains(event.relatedTarget as Node | null) || this.close() },
      this.button,
      this.list,
    );
  }

  toggle(): void {
    if (this.list.hidden) {
      this.open();
    } else {
      this.close();
    }
  }

  private open(): void {
    const { source, asked, shown } = this.session;
    const formats = source.live ? (shown.documents?.formats ?? []) : [];
    const items = formats.map((format) => h("a", { role: "menuitem", tabindex: "-1", href: source.exported(asked, format.name), download: "" }, format.name, h("span", { class: "muted" }, `.${format.extension}`)));
    if (!source.live) {
      items.push(h("a", { role: "menuitem", tabindex: "-1", href: this.json(), download: "diagram.json" }, "json", h("span", { class: "muted" }, ".json")));
    }
    const png = h("button", { role: "menuitem", type: "button", tabindex: "-1", onclick: () => void this.savePng() }, "png, as seen", h("span", { class: "muted" }, ".png"));
    const all: HTMLElement[] = this.canvas() === null ? items : [...items, png];
    this.list.replaceChildren(...all.map((item) => h("li", { role: "none" }, item)));
    all.forEach((item) => item.addEventListener("click", () => this.close()));
    this.list.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    all[0]?.focus();
  }

  private close(): void {
    if (this.list.hidden) {
      return;
    }
    const hadFocus = this.list.contains(document.activeElement);
    this.list.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    if (hadFocus) {
      this.button.focus();
    }
  }

  private onKey(event: KeyboardEvent): void {
    if (this.list.hidden) {
      return;
    }
    const items = [...this.list.querySelectorAll<HTMLElement>("[role=menuitem]")];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      items[(at + step + items.length) % items.length]?.focus();
    } else if (event.key === "Escape") {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private json(): string {
    const text = JSON.stringify({ schema: "fairlead/diagram/1", ...this.session.shown.picture?.diagram }, null, 2);
    return URL.createObjectURL(new Blob([`${text}\n`], { type: "application/json" }));
  }

  private async savePng(): Promise<void> {
    const canvas = this.canvas();
    if (canvas !== null) {
      const address = URL.createObjectURL(await canvas.png());
      h("a", { href: address, download: `${this.session.shown.state.view}.png` }).click();
      URL.revokeObjectURL(address);
    }
  }
}
