import { supposes, type Supposition } from "../data/state";
import { Dialog } from "../page/dialog";
import { h } from "../page/dom";
import type { Session } from "../session";
import { shortName } from "./parts";

type Kind = keyof Supposition;
type Draft = Record<Kind, string[]>;

/** The form that supposes changes of the fleet, in the words of `fairlead whatif`. */
export class WhatIfForm {
  private readonly session: Session;
  private readonly dialog = new Dialog("whatif", "What if…");
  private draft: Draft = { without: [], backend: [], set: [] };

  constructor(session: Session) {
    this.session = session;
  }

  open(): void {
    const { suppose, selected } = this.session.shown.state;
    this.draft = { without: [...suppose.without], backend: [...suppose.backend], set: [...suppose.set] };
    this.draw(selected !== null && /^(service|host):/.test(selected) && !suppose.without.includes(selected) ? selected : "");
  }

  private draw(proposed = ""): void {
    const { documents, picture, state } = this.session.shown;
    const document = documents?.documents.find((one) => one.id === state.document);
    const names = [...(document?.hostNames ?? []).map((host) => `host:${host}`), ...(picture?.diagram.nodes ?? []).map((node) => node.id).filter((id) => id.startsWith("service:"))];
    const backends = Object.entries(document?.backends ?? {}).flatMap(([name, choices]) => choices.map((choice) => `${name}=${choice}`));
    const problem = h("p", { class: "problem", role: "alert", hidden: true });
    const run = h("button", { type: "submit", class: "primary" }, "Show what changes");
    this.dialog.show(
      h(
        "form",
        {
          class: "whatif",
          onsubmit: (event: SubmitEvent) => {
            event.preventDefault();
            void this.run(this.taken(event.target as HTMLFormElement), problem, run);
          },
        },
        h("p", { class: "muted" }, "Nothing is written. The fleet is resolved as if it were so, and compared with what it is."),
        this.field("without", "Without this service or host", "service:dns or host:web1", [...new Set(names)], proposed),
        this.field("backend", "With another backend for a class", "reverse-proxy=caddy", backends, ""),
        this.field("set", "With another value of a setting", "host:web1:nginx.port=8080", [], ""),
        problem,
        h(
          "footer",
          {},
          supposes(state) && h("button", { type: "button", onclick: () => void this.drop() }, "Suppose nothing"),
          run,
        ),
      ),
    );
  }

  private field(kind: Kind, label: string, example: string, offered: string[], value: string): HTMLElement {
    const chosen = this.draft[kind].map((word, index) =>
      h(
        "li",
        {},
        h("code", {}, shortName(word)),
        h(
          "button",
          {
            type: "button",
            class: "small",
            "aria-label": `Remove ${word}`,
            onclick: () => {
              this.draft[kind] = this.draft[kind].filter((_, at) => at !== index);
              this.draw();
            },
          },
          "✕",
        ),
      ),
    );
    return h(
      "div",
      { class: "field" },
      h("label", { for: `whatif-${kind}` }, label),
      chosen.length > 0 && h("ul", { class: "chosen-words" }, ...chosen),
      h(
        "span",
        { class: "with-button" },
        h("input", { type: "text", id: `whatif-${kind}`, name: kind, placeholder: example, value, list: offered.length > 0 ? `offer-whatif-${kind}` : null, autocomplete: "off", spellcheck: "false" }),
        h(
          "button",
          {
            type: "button",
            onclick: (event: MouseEvent) => {
              this.draft = this.taken((event.target as HTMLElement).closest("form") as HTMLFormElement);
              this.draw();
            },
          },
          "and…",
        ),
      ),
      offered.length > 0 && h("datalist", { id: `offer-whatif-${kind}` }, ...offered.map((word) => h("option", { value: word }))),
    );
  }

  /** The words so far, and what stands in the fields. */
  private taken(form: HTMLFormElement): Draft {
    const data = new FormData(form);
    const all = { ...this.draft };
    for (const kind of ["without", "backend", "set"] as const) {
      const word = String(data.get(kind) ?? "").trim();
      if (word !== "" && !all[kind].includes(word)) {
        all[kind] = [...all[kind], word];
      }
    }
    return all;
  }

  private async run(suppose: Supposition, problem: HTMLElement, button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    try {
      // Asked here first, so that what cannot be supposed is told where it is typed.
      if (supposes({ ...this.session.shown.state, suppose })) {
        await this.session.source.suppose(this.session.shown.state.document, suppose);
      }
      this.dialog.close();
      await this.session.go({ suppose, against: null });
    } catch (refused) {
      problem.textContent = refused instanceof Error ? refused.message : String(refused);
      problem.hidden = false;
    } finally {
      button.disabled = false;
    }
  }

  private async drop(): Promise<void> {
    this.dialog.close();
    await this.session.go({ suppose: { without: [], backend: [], set: [] } });
  }
}
