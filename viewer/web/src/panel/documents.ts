import type { DocumentEntry } from "../data/protocol";
import { count } from "../data/words";
import { Dialog } from "../page/dialog";
import { h } from "../page/dom";
import type { Session } from "../session";

const LARGEST = 64 * 1024 * 1024;

/** Opens further resolutions and diagrams, and compares two that are open. */
export class DocumentsForm {
  private readonly session: Session;
  private readonly dialog = new Dialog("open", "Open and compare");
  private readonly picker = h("input", { type: "file", accept: ".json,application/json", id: "open-file", "aria-label": "File to open", hidden: true });

  constructor(session: Session) {
    this.session = session;
    this.picker.addEventListener("change", () => {
      const file = this.picker.files?.[0];
      this.picker.value = "";
      if (file) {
        void this.openFile(file);
      }
    });
    document.body.append(this.picker);
    this.acceptDrops();
    session.on(["documents"], () => {
      if (this.dialog.element.open) {
        this.open();
      }
    });
  }

  open(): void {
    const { documents } = this.session.shown;
    const { document, against } = this.session.asked;
    const all = documents?.documents ?? [];
    this.dialog.show(
      h("p", { class: "muted" }, "A resolution (fairlead resolve), a diagram (fairlead diagram --format json) or a den-diagram graph. Drop a file anywhere on the page, or:"),
      h(
        "div",
        { class: "buttons" },
        h("button", { type: "button", class: "primary", onclick: () => this.picker.click() }, "Choose a file…"),
        h("a", { class: "button", href: "/open" }, "From an address…"),
      ),
      h("h3", {}, "Open now"),
      h("ul", { class: "documents" }, ...all.map((entry) => this.entry(entry, document, against))),
    );
  }

  private entry(entry: DocumentEntry, document: string, against: string | null): HTMLElement {
    const go = (change: { document?: string; against: string | null }) => {
      this.dialog.close();
      void this.session.go({ ...change, selected: null, trace: null, expanded: [], collapsed: [], filters: {}, suppose: { without: [], backend: [], set: [] } });
    };
    const isShown = entry.id === document;
    const canCompare = !isShown && entry.kind === "resolution";
    return h(
      "li",
      { class: isShown ? "current" : null },
      h("div", {}, h("strong", {}, entry.title), h("span", { class: "muted" }, ` ${about(entry)}`)),
      h(
        "span",
        { class: "buttons" },
        isShown ? h("span", { class: "muted" }, "shown") : h("button", { type: "button", onclick: () => go({ document: entry.id, against: null }) }, "Show"),
        canCompare &&
          h(
            "button",
            { type: "button", "aria-pressed": String(entry.id === against), title: `What is different from ${entry.title}`, onclick: () => go({ against: entry.id }) },
            "Compare with it",
          ),
      ),
    );
  }

  private acceptDrops(): void {
    const page = document.documentElement;
    const isFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    page.addEventListener("dragover", (event) => {
      if (isFile(event)) {
        event.preventDefault();
        page.classList.add("dropping");
      }
    });
    page.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) {
        page.classList.remove("dropping");
      }
    });
    page.addEventListener("drop", (event) => {
      page.classList.remove("dropping");
      const file = event.dataTransfer?.files[0];
      if (file) {
        event.preventDefault();
        void this.openFile(file);
      }
    });
  }

  private async openFile(file: File): Promise<void> {
    this.dialog.close();
    await this.session.trying(async () => {
      if (file.size > LARGEST) {
        throw new Error(`${file.name} is larger than 64 MB.`);
      }
      const opened = await this.session.source.open(await file.text());
      await this.session.openDocument(opened.id);
    });
  }
}

function about(entry: DocumentEntry): string {
  const origin = { live: "this fleet", opened: "opened", whatif: "supposed" }[entry.origin];
  return entry.kind === "diagram" ? `${origin}, one diagram` : `${origin}, ${count(entry.services, "service")} on ${count(entry.hosts, "host")}`;
}
