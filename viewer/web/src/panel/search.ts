import type { Hit } from "../data/protocol";
import { count } from "../data/words";
import type { Announcer } from "../page/announce";
import { h, icon } from "../page/dom";
import type { Session } from "../session";

/** The search box: a combobox over all of the fleet, also what is inside of closed groups. */
export class SearchBox {
  readonly element: HTMLElement;
  private readonly session: Session;
  private readonly announcer: Announcer;
  private readonly input: HTMLInputElement;
  private readonly list = h("ul", { role: "listbox", id: "hits", "aria-label": "Results", hidden: true });
  private hits: Hit[] = [];
  private at = -1;
  private asked = 0;
  private pending = 0;
  private leaving = 0;

  constructor(session: Session, announcer: Announcer) {
    this.session = session;
    this.announcer = announcer;
    this.input = h("input", {
      type: "search",
      id: "search",
      role: "combobox",
      placeholder: "Search services, hosts, channels…",
      "aria-label": "Search",
      "aria-controls": "hits",
      "aria-expanded": "false",
      "aria-autocomplete": "list",
      autocomplete: "off",
      spellcheck: "false",
      oninput: () => this.later(),
      onkeydown: (event: KeyboardEvent) => this.onKey(event),
      onfocus: () => {
        window.clearTimeout(this.leaving);
        this.later();
      },
      // A click on a result takes the focus before it is a click
      onblur: () => {
        this.leaving = window.setTimeout(() => this.close(), 150);
      },
    });
    this.element = h("div", { class: "search", role: "search" }, icon("search"), this.input, h("kbd", { "aria-hidden": "true" }, "/"), this.list);
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private later(): void {
    window.clearTimeout(this.pending);
    this.pending = window.setTimeout(() => void this.ask(), 90);
  }

  private async ask(): Promise<void> {
    const words = this.input.value.trim();
    const asked = ++this.asked;
    if (words === "") {
      this.close();
      return;
    }
    const hits = await this.session.answering((at) => this.session.source.search(at, words)).catch(() => [] as Hit[]);
    if (asked === this.asked && document.activeElement === this.input) {
      this.hits = hits;
      this.at = hits.length > 0 ? 0 : -1;
      this.draw();
      this.announcer.say(hits.length === 0 ? "no results" : count(hits.length, "result"));
    }
  }

  private draw(): void {
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    if (this.hits.length === 0) {
      this.list.replaceChildren(h("li", { class: "nothing" }, "Nothing has this name."));
    } else {
      this.list.replaceChildren(...this.hits.map((hit, index) => this.option(hit, index)));
    }
    this.point();
  }

  private option(hit: Hit, index: number): HTMLElement {
    return h(
      "li",
      { role: "option", id: `hit-${index}`, title: hit.id, onmousedown: (event: MouseEvent) => event.preventDefault(), onclick: () => this.take(hit) },
      h("span", { class: "label" }, hit.label),
      h("span", { class: "where" }, [hit.kind, hit.where].filter(Boolean).join(" · ")),
    );
  }

  private point(): void {
    [...this.list.children].forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === this.at));
      if (index === this.at) {
        option.scrollIntoView({ block: "nearest" });
      }
    });
    if (this.at >= 0) {
      this.input.setAttribute("aria-activedescendant", `hit-${this.at}`);
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  private onKey(event: KeyboardEvent): void {
    const isOpen = !this.list.hidden;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && isOpen && this.hits.length > 0) {
      event.preventDefault();
      this.at = (this.at + (event.key === "ArrowDown" ? 1 : -1) + this.hits.length) % this.hits.length;
      this.point();
    } else if (event.key === "Enter") {
      const hit = this.hits[this.at];
      if (isOpen && hit) {
        event.preventDefault();
        this.take(hit);
      }
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (isOpen) {
        this.close();
      } else {
        this.input.value = "";
        this.input.blur();
      }
    }
  }

  private take(hit: Hit): void {
    this.close();
    this.input.blur();
    void this.session.reveal(hit.id, hit.groups);
    if (hit.groups === null) {
      this.announcer.say(`${hit.label} is not in this view; its details are shown`);
    }
  }

  private close(): void {
    window.clearTimeout(this.pending);
    this.asked++;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
