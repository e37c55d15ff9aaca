import type { ChannelUse, Details, PortClaim, Requirement, Setting } from "../data/protocol";
import { count, valueText } from "../data/words";
import { type Child, fill, h, iconButton } from "../page/dom";
import type { Session } from "../session";
import { finding, linked, place, reference, section, shortName } from "./parts";

/** What is known of the selection. */
export class DetailsPanel {
  readonly element = h("aside", { id: "details", class: "details", "aria-label": "Details", tabindex: "-1", hidden: true });
  private readonly session: Session;
  private readonly go = (id: string) => void this.session.reveal(id);

  constructor(session: Session) {
    this.session = session;
    session.on(["details", "state", "busy"], () => this.draw());
  }

  focus(): void {
    this.element.focus();
  }

  private draw(): void {
    const { details, state, busy } = this.session.shown;
    this.element.hidden = state.selected === null;
    if (state.selected === null) {
      fill(this.element);
      return;
    }
    const close = iconButton("close", "Close details", () => void this.session.select(null), { "data-key": "close" });
    if (details === null || details.id !== state.selected) {
      fill(this.element, h("header", {}, h("h2", {}, shortName(state.selected)), close), !busy && h("p", { class: "muted" }, "There is nothing of this name here."));
      return;
    }
    fill(
      this.element,
      h("header", {}, h("div", {}, h("p", { class: "kind" }, details.kind), h("h2", { title: details.id }, details.title)), close),
      h("p", { class: "id" }, h("code", {}, details.id)),
      place(details.location),
      this.traces(),
      ...this.sections(details),
    );
  }

  private traces(): HTMLElement {
    const { trace } = this.session.shown.state;
    const button = (direction: "up" | "down" | "both", label: string, title: string) => {
      const isOn = trace !== null && "direction" in trace && trace.direction === direction;
      return h(
        "button",
        {
          type: "button",
          "aria-pressed": String(isOn),
          title,
          "data-key": `trace-${direction}`,
          onclick: () => void this.session.go({ trace: isOn ? null : { direction } }),
        },
        label,
      );
    };
    return h(
      "div",
      { class: "segmented", role: "group", "aria-label": "Trace" },
      button("up", "↑ needed by", "All that needs this, through others too"),
      button("down", "↓ needs", "All that this needs, through others too"),
      button("both", "↕ both", "From end to end"),
    );
  }

  private sections(details: Details): Child[] {
    const { go } = this;
    const list = (ids: readonly string[]) => h("ul", { class: "references" }, ...ids.map((id) => h("li", {}, reference(id, go))));
    return [
      section("Findings", details.findings.length, ...details.findings.map((found) => finding(found, go))),
      section("Requires", details.requires.length, h("ul", { class: "rows" }, ...details.requires.map((need) => this.requirement(need)))),
      section(
        "Provides",
        details.provides.length,
        h(
          "ul",
          { class: "rows" },
          ...details.provides.map((one) => h("li", {}, h("strong", {}, one.capability), h("span", { class: "muted" }, ` to the ${one.visibility}`), place(one.location))),
        ),
      ),
      section("Needed by", details.dependents.length, list(details.dependents)),
      details.requires.length === 0 ? section("Needs", details.dependencies.length, list(details.dependencies)) : null,
      section("Channels", details.channels.length, h("ul", { class: "rows" }, ...details.channels.map((use) => this.channel(use)))),
      section("Ports", details.ports.length, h("ul", { class: "rows" }, ...details.ports.map(port))),
      details.state && section("State", null, h("p", {}, coverage(details.state.coveredBy, go)), place(details.state.location), h("pre", {}, JSON.stringify(details.state.value, null, 2))),
      section("Settings", details.settings.length, ...details.settings.map((one) => this.setting(one))),
      section(
        "Here because of",
        details.includedBy.length,
        h("ul", { class: "rows" }, ...details.includedBy.map((way) => h("li", {}, way.by.includes(":") ? reference(way.by, go) : way.by, place(way.location)))),
      ),
      section(
        "Contains",
        details.contains.length,
        h("ul", { class: "references" }, ...details.contains.map((one) => h("li", {}, reference(one.id, go, one.label)))),
      ),
      attributes(details, go),
    ];
  }

  private requirement(need: Requirement): HTMLElement {
    const bound = need.bound.flatMap((id, index) => [index > 0 ? ", " : "", reference(id, this.go)]);
    return h(
      "li",
      {},
      h("strong", {}, need.capability),
      " ",
      stateOf(need.state),
      need.cardinality !== "one" && h("span", { class: "muted" }, ` ${need.cardinality}`),
      need.late && h("span", { class: "muted" }, " late"),
      bound.length > 0 && h("span", {}, " → ", ...bound),
      place(need.location),
    );
  }

  private channel(use: ChannelUse): HTMLElement {
    const trace = () => void this.session.go({ trace: { channel: use.channel } });
    const others = use.others.flatMap((id, index) => [index > 0 ? ", " : "", reference(id, this.go)]);
    return h(
      "li",
      {},
      h("strong", {}, use.channel),
      h("span", { class: "muted" }, ` ${use.role} ${count(use.items, "item")}`),
      others.length > 0 && h("span", {}, use.role === "emits" ? " → " : " ← ", ...others),
      h("button", { type: "button", class: "small", onclick: trace }, "trace"),
    );
  }

  private setting(setting: Setting): HTMLElement {
    return h(
      "details",
      { class: "setting" },
      h("summary", {}, h("code", {}, setting.path), " = ", h("code", { class: "value" }, valueText(setting.value))),
      h(
        "table",
        {},
        h("caption", { class: "visually-hidden" }, `Where ${setting.path} comes from, most specific first`),
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "layer"), h("th", { scope: "col" }, "value"), h("th", { scope: "col" }, "counts"))),
        h(
          "tbody",
          {},
          ...setting.sources.map((source) =>
            h(
              "tr",
              { class: source.effective ? "" : "shadowed" },
              h("td", {}, source.layer.includes(":") && !source.layer.startsWith("rule:") ? reference(source.layer, this.go) : source.layer, place(source.location)),
              h("td", {}, h("code", {}, valueText(source.value))),
              h("td", {}, source.effective ? "yes" : "shadowed"),
            ),
          ),
        ),
      ),
      h("p", { class: "muted" }, `merged by ${setting.strategy}`),
      setting.declared && h("p", { class: "muted" }, "declared at ", place(setting.declared)),
    );
  }
}

function port(claim: PortClaim): HTMLElement {
  const number = claim.range === null ? String(claim.port) : `${claim.range.from}–${claim.range.to}`;
  return h(
    "li",
    {},
    h("strong", {}, `${number}/${claim.protocol}`),
    ` ${claim.name}`,
    h("span", { class: "muted" }, ` on ${claim.bind}${claim.public ? ", public" : ""}${claim.origin === "auto" ? ", chosen automatically" : ""}`),
    place(claim.location),
  );
}

function coverage(by: readonly string[], go: (id: string) => void): HTMLElement {
  return by.length === 0
    ? h("span", { class: "state state-missing" }, "in no backup")
    : h("span", {}, "backed up by ", ...by.flatMap((id, index) => [index > 0 ? ", " : "", reference(id, go)]));
}

/** The state of a requirement, if there is more to tell than who meets it. */
function stateOf(state: string): HTMLElement | null {
  return state === "bound" ? null : h("span", { class: `state state-${state}` }, state);
}

function attributes(details: Details, go: (id: string) => void): HTMLElement | null {
  const rows: [string, string][] = [
    ...Object.entries(details.attributes),
    ...Object.entries(details.data).map(([name, value]): [string, string] => [name, valueText(value)]),
  ];
  if (details.wave !== null && !("wave" in details.attributes)) {
    rows.push(["wave", String(details.wave)]);
  }
  if (details.classes.length > 0 && !("classes" in details.attributes)) {
    rows.push(["classes", details.classes.join(", ")]);
  }
  return section("Attributes", rows.length, h("dl", {}, ...rows.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, ...linked(value, go))])));
}
