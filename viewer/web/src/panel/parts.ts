import type { Finding, Place } from "../data/protocol";
import { signOfSeverity } from "../data/words";
import { type Child, h, icon } from "../page/dom";

const ID = /^(fleet$|(env|host|user|service|missing|capability|channel):)/;

/** A name that leads to what has it; just the name if it is that of nothing that is deployed. */
export function reference(id: string, go: (id: string) => void, label: string = shortName(id)): HTMLElement {
  if (!ID.test(id)) {
    return h("code", {}, label);
  }
  return h("button", { type: "button", class: "reference", title: id, onclick: () => go(id) }, label);
}

/** A text that may be an id, or several of them. */
export function linked(text: string, go: (id: string) => void): Child[] {
  const words = text.split(", ");
  return words.some((word) => ID.test(word)) ? words.flatMap((word, index) => [index > 0 ? ", " : "", reference(word, go)]) : [text];
}

/** Ids without what the reader knows: `service:`. */
export function shortName(id: string): string {
  return id.replace(/^service:/, "");
}

/** A place in the user's files, and a button that copies it. */
export function place(where: Place | null): HTMLElement | null {
  if (where === null) {
    return null;
  }
  const text = `${where.file}:${where.line}:${where.column}`;
  const copied = h("span", { class: "copied", role: "status" });
  const button = h(
    "button",
    {
      type: "button",
      class: "copy",
      "aria-label": `Copy ${text}`,
      title: "Copy",
      onclick: async () => {
        copied.textContent = (await copy(text)) ? "copied" : "select and copy it";
        window.setTimeout(() => {
          copied.textContent = "";
        }, 1500);
      },
    },
    icon("copy"),
  );
  return h("span", { class: "place" }, h("code", {}, text), button, copied);
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A part of a panel that can be folded. Empty parts are not shown at all. */
export function section(title: string, count: number | null, ...children: Child[]): HTMLElement | null {
  if (count === 0) {
    return null;
  }
  return h(
    "details",
    { open: true, class: "section" },
    h("summary", {}, h("span", {}, title), count !== null && h("span", { class: "count" }, String(count))),
    ...children,
  );
}

/** A finding with all that helps to mend it. */
export function finding(found: Finding, go: (id: string) => void): HTMLElement {
  return h(
    "article",
    { class: `finding ${found.severity}` },
    h(
      "header",
      {},
      h("span", { class: "sign", "aria-hidden": "true" }, signOfSeverity(found.severity)),
      h("span", { class: "severity" }, found.severity),
      h("code", {}, found.id),
    ),
    h("p", {}, found.message),
    place(found.location),
    found.chain.length > 0 && h("p", { class: "chain" }, "chain: ", found.chain.map(shortName).join(" → ")),
    found.candidates.length > 0 &&
      h(
        "ul",
        { class: "candidates" },
        ...found.candidates.map((candidate) => h("li", {}, reference(candidate.subject, go), h("span", {}, ` ${candidate.reason}`))),
      ),
    ...found.related.map((related) => h("p", { class: "related" }, related.message, " ", place(related.location))),
    found.fix !== null && h("p", { class: "fix" }, h("strong", {}, "Fix: "), h("code", {}, found.fix)),
  );
}
