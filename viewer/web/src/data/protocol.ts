// What the server sends; docs/formats.md describes the documents, docs/viewer.md the requests.

export interface Place {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export type Tone = "plain" | "outside" | "uncovered" | "unknown" | "ambiguous" | "conflict" | "cycle" | "missing";
/** What became of something; null if it is the same on both sides. */
export type Origin = "old" | "new" | "changed" | "moved" | "renamed" | "both";

export interface Group {
  id: string;
  label: string;
  kind: string;
  parent: string | null;
}

export interface Box {
  id: string;
  label: string;
  kind: string;
  group: string | null;
  tone: Tone;
  attributes: Record<string, string>;
  location: Place | null;
  origin: Origin | null;
}

export interface Arrow {
  from: string;
  to: string;
  label: string;
  kind: string;
  tone: Tone;
  weight: number;
  location: Place | null;
  origin: Origin | null;
}

export interface Diagram {
  view: string;
  form: string;
  title: string;
  columns: string[];
  groups: Group[];
  nodes: Box[];
  edges: Arrow[];
  notes: string[];
}

/** In pixels, from the upper left corner of the picture. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An area with a text in it, in the lines that it was measured with. */
export interface Labelled extends Area {
  lines: string[];
}

export interface Route {
  points: [number, number][];
  label: Labelled | null;
}

/** `edges` is parallel to the edges of the diagram. */
export interface Layout {
  width: number;
  height: number;
  nodes: Record<string, Labelled>;
  groups: Record<string, Labelled>;
  edges: Route[];
}

/** A box that stands for a group. Its id is that of the group. */
export interface CollapsedGroup {
  id: string;
  label: string;
  kind: string;
  nodes: number;
  problems: number;
}

export interface Picture {
  diagram: Diagram;
  layout: Layout;
  collapsed: CollapsedGroup[];
}

export interface DocumentEntry {
  id: string;
  title: string;
  kind: "resolution" | "diagram";
  origin: "live" | "opened" | "whatif";
  services: number;
  hosts: number;
  errors: number;
  warnings: number;
  // The names that filters and the what-if form offer.
  hostNames: string[];
  environments: string[];
  tags: string[];
  classes: string[];
  capabilities: string[];
  kinds: string[];
  channels: string[];
  backends: Record<string, string[]>;
}

export interface ViewEntry {
  name: string;
  title: string;
  about: string;
  /** What `of` names in it: a service, an aspect, a user, a channel. */
  needs: string | null;
}

export interface Documents {
  documents: DocumentEntry[];
  views: ViewEntry[];
  formats: { name: string; extension: string }[];
  whatif: boolean;
}

export interface Hit {
  id: string;
  label: string;
  kind: string;
  where: string;
  /** The groups around it in the view, from outside; null if the view does not show it. */
  groups: string[] | null;
}

export interface Finding {
  id: string;
  severity: "error" | "warning" | "note";
  message: string;
  subject: string | null;
  location: Place | null;
  chain: string[];
  searched: string[];
  candidates: { subject: string; reason: string; location: Place | null }[];
  related: { message: string; location: Place | null }[];
  fix: string | null;
  rule: string | null;
}

export interface Provided {
  capability: string;
  visibility: string;
  location: Place | null;
}

export interface Requirement {
  capability: string;
  cardinality: string;
  late: boolean;
  state: string;
  bound: string[];
  location: Place | null;
}

export interface SettingSource {
  layer: string;
  value: unknown;
  location: Place | null;
  effective: boolean;
}

export interface SettingItem {
  path: string;
  layer: string;
  location: Place | null;
  effective: boolean;
}

export interface Setting {
  path: string;
  value: unknown;
  strategy: string;
  declared: Place | null;
  sources: SettingSource[];
  items: SettingItem[];
}

export interface ChannelUse {
  channel: string;
  role: "emits" | "reads";
  items: number;
  others: string[];
}

export interface PortClaim {
  name: string;
  protocol: string;
  port: number;
  range: { from: number; to: number } | null;
  bind: string;
  public: boolean;
  origin: string;
  by: string;
  host: string;
  location: Place | null;
}

export interface Details {
  id: string;
  kind: string;
  title: string;
  location: Place | null;
  attributes: Record<string, string>;
  data: Record<string, unknown>;
  findings: Finding[];
  /** The groups around it in the view, from outside; null if the view does not show it. */
  groups: string[] | null;
  provides: Provided[];
  requires: Requirement[];
  classes: string[];
  includedBy: { by: string; location: Place | null }[];
  wave: number | null;
  settings: Setting[];
  channels: ChannelUse[];
  ports: PortClaim[];
  state: { value: unknown; coveredBy: string[]; location: Place | null } | null;
  dependents: string[];
  dependencies: string[];
  /** What is in a scope. */
  contains: { id: string; label: string; kind: string }[];
}

export interface TraceResult {
  nodes: { id: string; groups: string[] }[];
  edges: { from: string; to: string }[];
}

export interface Change<T> {
  before: T | null;
  after: T | null;
}

export interface EdgeData {
  from: string;
  to: string;
  kind: string;
  label: string;
}

/** fairlead/difference/1, as far as the page shows it. */
export interface Difference {
  before: { fleet: string; services: number; hosts: number; errors: number };
  after: { fleet: string; services: number; hosts: number; errors: number };
  scopes: (Change<string> & { kind: string; attributes: string[] })[];
  services: (Change<string> & { kind: string })[];
  excluded: Change<{ id: string; by: { by: string }[] }>[];
  edges: Change<EdgeData>[];
  bindings: {
    service: string;
    capability: string;
    before: { state: string; bound: string[] };
    after: { state: string; bound: string[] };
    reasons: string[];
  }[];
  settings: (Change<{ value: unknown; layer: string | null }> & { where: string; path: string })[];
  ports: Change<PortClaim>[];
  items: (Change<unknown> & { channel: string; service: string })[];
  consumers: { channel: string; service: string; gained: string[]; lost: string[] }[];
  coverage: (Change<string[]> & { service: string })[];
  backends: (Change<string> & { scope: string; class: string })[];
  rules: Change<{ rule: string; fact: string; action: string; target: string; what: string }>[];
  plan: (Change<number> & { service: string })[];
  outputs: { class: string; scope: string; certain: boolean; because: string[] }[];
  appeared: Finding[];
  resolved: Finding[];
  affected: { changed: string[]; dependent: string[]; hosts: string[] };
}
