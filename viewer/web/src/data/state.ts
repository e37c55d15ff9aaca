// What is looked at, and its form as the fragment of an address: a link restores a view.

export const FILTERS = ["host", "environment", "tag", "class", "capability", "kind", "select", "of", "near", "hops", "collapse"] as const;
export const FLAGS = ["problems", "declared", "reduce", "all-aspects", "changed"] as const;
export type FilterName = (typeof FILTERS)[number];
export type FlagName = (typeof FLAGS)[number];
export type Direction = "up" | "down" | "both";

/** A trace of what the selection needs (down), what needs it (up), or of a channel. */
export type TraceOrder = { direction: Direction } | { channel: string };

export const ARRANGEMENTS = ["auto", "beside", "above", "one"] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

export interface Supposition {
  without: readonly string[];
  backend: readonly string[];
  set: readonly string[];
}

export interface ViewState {
  readonly document: string;
  /** The document that this one is compared with: what was before. */
  readonly against: string | null;
  readonly suppose: Supposition;
  /** How two sides are put: as their form suggests, or as the user says. */
  readonly arrange: Arrangement;
  readonly view: string;
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
  readonly flags: readonly FlagName[];
  readonly expanded: readonly string[];
  readonly collapsed: readonly string[];
  readonly selected: string | null;
  readonly trace: TraceOrder | null;
}

export const START: ViewState = {
  document: "fleet",
  against: null,
  suppose: { without: [], backend: [], set: [] },
  arrange: "auto",
  view: "dependencies",
  filters: {},
  flags: [],
  expanded: [],
  collapsed: [],
  selected: null,
  trace: null,
};

/** Whether a change of the fleet is supposed. */
export function supposes(state: ViewState): boolean {
  const { without, backend, set } = state.suppose;
  return without.length + backend.length + set.length > 0;
}

/** The parameters that decide what is drawn, but for the document. */
export function viewParameters(state: ViewState): URLSearchParams {
  const parameters = new URLSearchParams();
  parameters.set("view", state.view);
  for (const name of FILTERS) {
    const value = state.filters[name];
    if (value) {
      parameters.set(name, value);
    }
  }
  for (const flag of FLAGS) {
    if (state.flags.includes(flag)) {
      parameters.set(flag, "true");
    }
  }
  state.expanded.forEach((id) => parameters.append("expanded", id));
  state.collapsed.forEach((id) => parameters.append("collapsed", id));
  return parameters;
}

export function toFragment(state: ViewState): string {
  const parameters = viewParameters(state);
  if (state.view === START.view) {
    parameters.delete("view");
  }
  if (state.document !== START.document) {
    parameters.set("document", state.document);
  }
  if (state.against !== null) {
    parameters.set("against", state.against);
  }
  state.suppose.without.forEach((word) => parameters.append("without", word));
  state.suppose.backend.forEach((word) => parameters.append("backend", word));
  state.suppose.set.forEach((word) => parameters.append("set", word));
  if (state.arrange !== START.arrange) {
    parameters.set("arrange", state.arrange);
  }
  if (state.selected !== null) {
    parameters.set("selected", state.selected);
  }
  if (state.trace !== null) {
    if ("channel" in state.trace) {
      parameters.set("channel", state.trace.channel);
    } else {
      parameters.set("trace", state.trace.direction);
    }
  }
  return parameters.toString();
}

/** Reads a fragment, with or without its `#`. What it does not know it leaves at its default. */
export function fromFragment(fragment: string): ViewState {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ""));
  const filters: Partial<Record<FilterName, string>> = {};
  for (const name of FILTERS) {
    const value = parameters.get(name);
    if (value) {
      filters[name] = value;
    }
  }
  return {
    document: parameters.get("document") || START.document,
    against: parameters.get("against") || null,
    suppose: {
      without: parameters.getAll("without"),
      backend: parameters.getAll("backend"),
      set: parameters.getAll("set"),
    },
    arrange: ARRANGEMENTS.find((one) => one === parameters.get("arrange")) ?? START.arrange,
    view: parameters.get("view") || START.view,
    filters,
    flags: FLAGS.filter((flag) => parameters.get(flag) === "true"),
    expanded: parameters.getAll("expanded"),
    collapsed: parameters.getAll("collapsed"),
    selected: parameters.get("selected") || null,
    trace: traceOrder(parameters),
  };
}

function traceOrder(parameters: URLSearchParams): TraceOrder | null {
  const channel = parameters.get("channel");
  if (channel) {
    return { channel };
  }
  const direction = parameters.get("trace");
  return direction === "up" || direction === "down" || direction === "both" ? { direction } : null;
}
