import type { Picture } from "../data/protocol";
import { markOfOrigin, wordsOfOrigin, wordsOfTone } from "../data/words";
import { fill, h } from "../page/dom";
import type { Session } from "../session";

/** How a line of a kind is read, where its kind is not what is said. */
const KIND_WORDS: Record<string, string> = {
  requires: "needs",
  provides: "provided by",
  backup: "backed up by",
  order: "before",
  reads: "read by",
  emits: "emits to",
  routed: "written by",
  deployed: "runs on",
  fired: "fires on",
  asked: "asks",
  port: "listens on",
  excludes: "keeps out",
  channel: "flows to",
};

/** What lines and marks mean, of those that the picture has. */
export class Legend {
  readonly element = h("div", { class: "legend", role: "note", "aria-label": "Legend", hidden: true });

  constructor(session: Session) {
    session.on(["picture", "findings"], () => {
      const { picture, findings } = session.shown;
      const isGraph = picture !== null && picture.diagram.nodes.length > 0 && !["table", "matrix"].includes(picture.diagram.form);
      const items = isGraph ? [...entries(picture), ...marks(findings)] : [];
      const notes = isGraph ? picture.diagram.notes : [];
      this.element.hidden = items.length + notes.length === 0;
      fill(this.element, items.length > 0 && h("ul", {}, ...items), ...notes.map((note) => h("p", { class: "note" }, note)));
    });
  }
}

function entries({ diagram, collapsed }: Picture): HTMLElement[] {
  const kinds = new Set(diagram.edges.filter((edge) => edge.tone === "plain").map((edge) => edge.kind));
  const tones = new Set([...diagram.nodes, ...diagram.edges].map((thing) => thing.tone));
  const origins = new Set([...diagram.nodes, ...diagram.edges].map((thing) => thing.origin));
  return [
    ...[...kinds].map((kind) => item(`line kind-${kind}`, KIND_WORDS[kind] ?? kind)),
    ...[...tones].filter((tone) => wordsOfTone(tone) !== "").map((tone) => item(`line tone-${tone}`, wordsOfTone(tone))),
    ...(tones.has("outside") ? [item("swatch tone-outside", "elsewhere")] : []),
    ...[...origins].filter((origin) => wordsOfOrigin(origin) !== "").map((origin) => item(`swatch origin-${origin}`, markOfOrigin(origin))),
    ...(collapsed.length > 0 ? [item("swatch closed", "closed group")] : []),
  ];
}

function marks(findings: readonly { severity: string }[]): HTMLElement[] {
  const has = (severity: string) => findings.some((one) => one.severity === severity);
  return [...(has("error") ? [h("li", {}, h("span", { class: "sign error" }, "✕"), "error")] : []), ...(has("warning") ? [h("li", {}, h("span", { class: "sign warning" }, "▲"), "warning")] : [])];
}

function item(classes: string, words: string): HTMLElement {
  return h("li", {}, h("span", { class: `key ${classes}`, "aria-hidden": "true" }), words);
}
