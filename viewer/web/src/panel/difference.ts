import type { Difference, EdgeData } from "../data/protocol";
import { supposes } from "../data/state";
import { count, signOf, valueText } from "../data/words";
import { type Child, fill, h } from "../page/dom";
import type { Session } from "../session";
import { finding, reference, section, shortName } from "./parts";

/** What is different, as a list. */
export class DifferencePanel {
  readonly element = h("div", { class: "difference" });
  private readonly session: Session;
  private readonly go = (id: string) => void this.session.reveal(id);

  constructor(session: Session) {
    this.session = session;
    session.on(["difference", "state"], () => this.draw());
  }

  private draw(): void {
    const { difference, state } = this.session.shown;
    if (difference === null) {
      fill(this.element);
      return;
    }
    fill(
      this.element,
      supposes(state) && h("p", { class: "summary" }, "What if ", ...suppositions(state.suppose), "?"),
      h("p", { class: "summary" }, this.summary(difference)),
      h(
        "button",
        { type: "button", class: "small", "data-key": "end", onclick: () => void this.session.go({ against: null, suppose: { without: [], backend: [], set: [] } }) },
        supposes(state) ? "Drop the supposition" : "End the comparison",
      ),
      ...this.sections(difference),
    );
  }

  private summary({ before, after, affected }: Difference): string {
    const words = [
      after.services === before.services ? count(after.services, "service") : `${before.services} → ${count(after.services, "service")}`,
      after.hosts === before.hosts ? count(after.hosts, "host") : `${before.hosts} → ${count(after.hosts, "host")}`,
      after.errors === before.errors ? count(after.errors, "error") : `${before.errors} → ${count(after.errors, "error")}`,
    ];
    return `${words.join(", ")}. ${count(affected.changed.length, "service")} changed, ${affected.dependent.length} more depend on them.`;
  }

  private sections(difference: Difference): Child[] {
    const { go } = this;
    const rows = (items: HTMLElement[]) => h("ul", { class: "changes" }, ...items);
    const part = <T>(title: string, items: readonly T[], row: (item: T) => HTMLElement) => section(title, items.length, rows(items.map(row)));
    return [
      part("Services", difference.services, (one) => change(one.kind, moved(one.before, one.after, go))),
      part("Scopes", difference.scopes, (one) =>
        change(one.kind, moved(one.before, one.after, go), one.attributes.length > 0 && ` ${one.attributes.join(", ")}`),
      ),
      section("New findings", difference.appeared.length, ...difference.appeared.map((one) => finding(one, go))),
      section("Findings that are gone", difference.resolved.length, ...difference.resolved.map((one) => finding(one, go))),
      part("Bound to others", difference.bindings, (one) =>
        change(
          "changed",
          reference(one.service, go),
          ` ${one.capability}: ${boundText(one.before)} → ${boundText(one.after)}`,
          one.reasons.length > 0 && h("p", { class: "muted" }, one.reasons.join("; ")),
        ),
      ),
      part("Connections", difference.edges, (one) => change(kindOf(one), edge(one.after ?? one.before, go))),
      part("Settings", difference.settings, (one) =>
        change(
          kindOf(one),
          reference(one.where, go),
          h("code", {}, ` ${one.path}`),
          h("p", {}, h("code", {}, side(one.before)), " → ", h("code", {}, side(one.after))),
        ),
      ),
      part("Ports", difference.ports, (one) => {
        const claim = one.after ?? one.before;
        const numbers = [one.before?.port, one.after?.port].filter((number) => number !== undefined);
        return change(kindOf(one), claim && reference(claim.by, go), ` ${claim?.name ?? ""} ${numbers.join(" → ")}/${claim?.protocol ?? ""}`);
      }),
      part("Items of channels", difference.items, (one) => change(kindOf(one), `${one.channel}: `, reference(one.service, go))),
      part("Readers of channels", difference.consumers, (one) =>
        change("changed", `${one.channel}: `, reference(one.service, go), ` ${[...one.gained.map((id) => `+${shortName(id)}`), ...one.lost.map((id) => `−${shortName(id)}`)].join(", ")}`),
      ),
      part("Backups", difference.coverage, (one) =>
        change("changed", reference(one.service, go), ` ${one.before?.map(shortName).join(", ") || "none"} → ${one.after?.map(shortName).join(", ") || "none"}`),
      ),
      part("Backends", difference.backends, (one) => change(kindOf(one), reference(one.scope, go), ` ${one.class}: ${one.before ?? "none"} → ${one.after ?? "none"}`)),
      part("Kept out", difference.excluded, (one) => {
        const excluded = one.after ?? one.before;
        return change(kindOf(one), excluded && reference(excluded.id, go), excluded !== null && excluded.by.length > 0 && ` by ${excluded.by.map(({ by }) => shortName(by)).join(", ")}`);
      }),
      part("Rules", difference.rules, (one) => {
        const firing = one.after ?? one.before;
        return change(kindOf(one), firing && `${firing.rule}: ${firing.action} ${firing.what} for `, firing && reference(firing.target, go));
      }),
      part("Outputs", difference.outputs, (one) =>
        change("changed", `${one.class} of `, reference(one.scope, go), one.certain ? "" : " perhaps", `, because of ${one.because.map(shortName).join(", ")}`),
      ),
      part("Order of deployment", difference.plan, (one) => change("changed", reference(one.service, go), ` wave ${one.before ?? "none"} → ${one.after ?? "none"}`)),
      section(
        "Also reached",
        difference.affected.dependent.length,
        h("ul", { class: "references" }, ...difference.affected.dependent.map((id) => h("li", {}, reference(id, go)))),
      ),
    ];
  }
}

function suppositions(suppose: { without: readonly string[]; backend: readonly string[]; set: readonly string[] }): Child[] {
  const words = [
    ...suppose.without.map((word) => `without ${word}`),
    ...suppose.backend.map((word) => `backend ${word}`),
    ...suppose.set.map((word) => `set ${word}`),
  ];
  return words.flatMap((word, index) => [index > 0 ? " and " : "", h("strong", {}, word)]);
}

function change(kind: string, ...children: Child[]): HTMLElement {
  return h("li", { class: `change ${kind}` }, h("span", { class: "sign", "aria-label": kind }, signOf(kind)), h("div", {}, ...children));
}

function kindOf(change: { before: unknown; after: unknown }): string {
  return change.before === null ? "added" : change.after === null ? "removed" : "changed";
}

function moved(before: string | null, after: string | null, go: (id: string) => void): HTMLElement {
  const both = before !== null && after !== null && before !== after;
  return h("span", {}, before !== null && (after === null || both) && reference(before, go), both && " → ", after !== null && reference(after, go));
}

function edge(data: EdgeData | null, go: (id: string) => void): HTMLElement {
  return data === null
    ? h("span")
    : h("span", {}, reference(data.from, go), " → ", reference(data.to, go), h("span", { class: "muted" }, ` ${data.kind}${data.label === "" ? "" : ` ${data.label}`}`));
}

function boundText(side: { state: string; bound: string[] }): string {
  return side.bound.length > 0 ? side.bound.map(shortName).join(", ") : side.state;
}

function side(value: { value: unknown; layer: string | null } | null): string {
  return value === null ? "none" : `${valueText(value.value)}${value.layer === null ? "" : ` (${value.layer})`}`;
}
