import type { DocumentEntry } from "../data/protocol";
import { type FilterName, FLAGS, type FlagName } from "../data/state";
import { fill, h } from "../page/dom";
import type { Session } from "../session";
import { selectorField } from "./selector";

const FLAG_LABELS: Record<FlagName, string> = {
  problems: "only problems",
  declared: "declared only",
  reduce: "no implied arrows",
  "all-aspects": "all services",
  changed: "only what changed",
};

const FILTER_LABELS: Partial<Record<FilterName, string>> = {
  host: "host",
  environment: "environment",
  tag: "tag",
  class: "class",
  capability: "provides",
  kind: "kind",
  collapse: "close each",
};

/** Which view, and what of it. */
export class ViewsPanel {
  readonly element = h("div", { class: "views" });
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
    session.on(["documents", "state", "difference", "failure"], () => this.draw());
  }

  focus(): void {
    this.element.querySelector<HTMLElement>("[aria-current=true]")?.focus();
  }

  /** Where an expression that is refused can be mended. */
  focusSelector(): void {
    this.element.querySelector<HTMLElement>("#selector")?.focus();
  }

  private draw(): void {
    const { documents, state } = this.session.shown;
    const document = documents?.documents.find((one) => one.id === this.session.asked.document);
    const isPicture = document?.kind === "diagram";
    const views = documents?.views ?? [];
    fill(
      this.element,
      !isPicture &&
        h(
          "ul",
          { class: "view-list", "aria-label": "Views" },
          ...views.map((view) =>
            h(
              "li",
              {},
              h(
                "button",
                {
                  type: "button",
                  "aria-current": view.name === state.view ? "true" : null,
                  title: view.about,
                  "data-key": `view-${view.name}`,
                  onclick: () => void this.choose(view.name),
                },
                view.title,
              ),
            ),
          ),
        ),
      this.session.source.live && document !== undefined && this.filters(document),
    );
  }

  /** What one view is about means nothing to another, and neither do the groups that it opened. */
  private choose(view: string): Promise<void> {
    const filters = { ...this.session.shown.state.filters };
    delete filters.of;
    return this.session.go({ view, filters, trace: null });
  }

  private filters(document: DocumentEntry): HTMLElement {
    const { state, documents } = this.session.shown;
    const needs = documents?.views.find((view) => view.name === state.view)?.needs ?? null;
    const isFiltered = Object.keys(state.filters).length + state.flags.length > 0;
    return h(
      "div",
      { class: "filters", role: "group", "aria-label": "Filters" },
      h("h2", {}, "Show only"),
      needs !== null && this.text("of", `about ${needs}`, needs === "channel" ? document.channels : null),
      this.select("host", document.hostNames),
      this.select("environment", document.environments),
      this.select("tag", document.tags),
      this.select("class", document.classes),
      this.select("capability", document.capabilities),
      this.select("kind", document.kinds),
      this.near(),
      document.kind === "resolution" && selectorField(this.session, document, (value) => void this.change("select", value)),
      h("h2", {}, "Draw"),
      this.select("collapse", ["host", "environment", "user"]),
      h("div", { class: "flags" }, ...FLAGS.filter((flag) => flag !== "changed" || this.session.asked.against !== null).map((flag) => this.flag(flag))),
      isFiltered && h("button", { type: "button", class: "small", "data-key": "reset", onclick: () => void this.session.go({ filters: {}, flags: [] }) }, "Show everything"),
    );
  }

  private change(name: FilterName, value: string): Promise<void> {
    const filters = { ...this.session.shown.state.filters };
    if (value === "") {
      delete filters[name];
    } else {
      filters[name] = value;
    }
    return this.session.go({ filters });
  }

  private select(name: FilterName, values: readonly string[]): HTMLElement | false {
    const current = this.session.shown.state.filters[name] ?? "";
    if (values.length === 0 && current === "") {
      return false;
    }
    const offered = current === "" || values.includes(current) ? values : [...values, current];
    const options = ["", ...offered].map((value) => h("option", { value, selected: value === current }, value === "" ? "any" : value));
    return h(
      "label",
      { class: "filter" },
      h("span", {}, FILTER_LABELS[name] ?? name),
      h(
        "select",
        { "data-key": `filter-${name}`, class: current === "" ? null : "set", onchange: (event: Event) => void this.change(name, (event.target as HTMLSelectElement).value) },
        ...options,
      ),
    );
  }

  private text(name: FilterName, label: string, offered: readonly string[] | null): HTMLElement {
    const list = offered === null ? null : h("datalist", { id: `offer-${name}` }, ...offered.map((value) => h("option", { value })));
    return h(
      "label",
      { class: "filter" },
      h("span", {}, label),
      h("input", {
        type: "text",
        value: this.session.shown.state.filters[name] ?? "",
        "data-key": `filter-${name}`,
        list: list === null ? null : `offer-${name}`,
        onchange: (event: Event) => void this.change(name, (event.target as HTMLInputElement).value.trim()),
      }),
      list,
    );
  }

  /** The neighbourhood of the selection, or of what was selected when it was switched on. */
  private near(): HTMLElement {
    const { filters, selected } = this.session.shown.state;
    const current = filters.near;
    const to = (near: string | undefined, hops: string) => {
      const next = { ...this.session.shown.state.filters };
      delete next.near;
      delete next.hops;
      return this.session.go({ filters: near === undefined ? next : { ...next, near, hops } });
    };
    const hops = h("input", {
      type: "number",
      min: 1,
      max: 20,
      value: filters.hops ?? "1",
      "aria-label": "How many arrows away",
      "data-key": "hops",
      onchange: (event: Event) => void to(current, (event.target as HTMLInputElement).value),
    });
    return h(
      "div",
      { class: "filter" },
      h("span", {}, "near"),
      current === undefined
        ? h("button", { type: "button", class: "small", disabled: selected === null, "data-key": "near", onclick: () => void to(selected ?? "", "1") }, "the selection")
        : h("span", { class: "near" }, h("button", { type: "button", class: "small set", title: `${current}: press to show all`, "data-key": "near", onclick: () => void to(undefined, "") }, `${current.replace(/^service:/, "")} ✕`), hops),
    );
  }

  private flag(flag: FlagName): HTMLElement {
    const { flags } = this.session.shown.state;
    return h(
      "label",
      {},
      h("input", {
        type: "checkbox",
        checked: flags.includes(flag),
        "data-key": `flag-${flag}`,
        onchange: () => void this.session.go({ flags: flags.includes(flag) ? flags.filter((one) => one !== flag) : [...flags, flag] }),
      }),
      FLAG_LABELS[flag],
    );
  }
}
