import type { DocumentEntry } from "../data/protocol";
import { h } from "../page/dom";
import type { Session } from "../session";

/** A field for what `fairlead diagram --select` takes; why it is refused is said below it. */
export function selectorField(session: Session, document: DocumentEntry, changed: (value: string) => void): HTMLElement {
  const { state, failure } = session.shown;
  const current = state.filters.select ?? "";
  const problem = failure?.about === "select" ? failure.sentence : null;
  return h(
    "div",
    { class: "field selector" },
    h("label", { for: "selector" }, "selector"),
    h("input", {
      type: "text",
      id: "selector",
      value: current,
      placeholder: examples(document)[0],
      list: "selector-examples",
      class: current === "" ? null : "set",
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      "data-key": "filter-select",
      "aria-invalid": problem === null ? null : "true",
      "aria-describedby": problem === null ? null : "selector-problem",
      onchange: (event: Event) => changed((event.target as HTMLInputElement).value.trim()),
    }),
    h("datalist", { id: "selector-examples" }, ...examples(document).map((value) => h("option", { value }))),
    problem !== null && h("p", { id: "selector-problem", class: "problem" }, problem),
  );
}

/** Some that choose something in this fleet. */
function examples({ tags, environments, hostNames, capabilities }: DocumentEntry): string[] {
  const [tag, environment, host, capability] = [tags, environments, hostNames, capabilities].map((names) => (names[0] === undefined ? null : nixText(names[0])));
  return [
    tag && `sel.tag ${tag}`,
    host && `sel.within (sel.name ${host})`,
    environment && `sel.attrs { environment = ${environment}; }`,
    capability && `sel.attrs { provides = ${capability}; }`,
    "sel.not (sel.kind \"user\")",
    "sel.when (f: f ? state)",
  ].filter((example): example is string => Boolean(example));
}

/** A text as Nix writes it. */
function nixText(text: string): string {
  return `"${text.replace(/["\\]|\$\{/g, "\\$&").replaceAll("\n", "\\n")}"`;
}
