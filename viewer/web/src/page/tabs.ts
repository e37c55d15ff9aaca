import { h } from "./dom";

export interface Tab {
  name: string;
  label: string;
  content: HTMLElement;
}

/** Panels of which one is seen, with the keys that screen readers announce for tabs. */
export class Tabs {
  readonly element: HTMLElement;
  private readonly tabs: { tab: Tab; button: HTMLButtonElement; panel: HTMLElement }[];

  constructor(label: string, tabs: Tab[]) {
    this.tabs = tabs.map((tab) => ({
      tab,
      button: h("button", {
        type: "button",
        role: "tab",
        id: `tab-${tab.name}`,
        "aria-controls": `panel-${tab.name}`,
        onclick: () => this.show(tab.name),
      }, tab.label),
      panel: h("div", { role: "tabpanel", id: `panel-${tab.name}`, "aria-labelledby": `tab-${tab.name}`, class: "tab-panel" }, tab.content),
    }));
    const list = h("div", { role: "tablist", "aria-label": label, onkeydown: (event: KeyboardEvent) => this.onKey(event) });
    list.append(...this.tabs.map((one) => one.button));
    this.element = h("div", { class: "tabs" }, list, ...this.tabs.map((one) => one.panel));
    this.show(tabs[0]?.name ?? "");
  }

  show(name: string): void {
    for (const { tab, button, panel } of this.tabs) {
      const isShown = tab.name === name;
      button.setAttribute("aria-selected", String(isShown));
      button.tabIndex = isShown ? 0 : -1;
      panel.hidden = !isShown;
    }
  }

  label(name: string, text: string): void {
    const found = this.tabs.find((one) => one.tab.name === name);
    if (found) {
      found.button.textContent = text;
    }
  }

  /** Takes a tab away for as long as it has nothing to show. */
  offer(name: string, isOffered: boolean): void {
    const found = this.tabs.find((one) => one.tab.name === name);
    if (found && found.button.hidden === isOffered) {
      const wasShown = !found.panel.hidden;
      found.button.hidden = !isOffered;
      if (!isOffered && wasShown) {
        this.show(this.tabs[0]?.tab.name ?? "");
      }
    }
  }

  private onKey(event: KeyboardEvent): void {
    const offered = this.tabs.filter((one) => !one.button.hidden);
    const at = offered.findIndex((one) => one.button === event.target);
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = offered[(at + step + offered.length) % offered.length];
    if (step !== 0 && at >= 0 && next) {
      event.preventDefault();
      this.show(next.tab.name);
      next.button.focus();
    }
  }
}
