import { collapsed } from "./collapse";
import { Groups } from "./groups";
import type { Details, Difference, Documents, Finding, Hit, Picture } from "./protocol";
import { rank } from "./ranking";
import type { Asked, Source } from "./source";
import type { Supposition, TraceOrder } from "./state";
import { type Traced, traceDrawn, traceOf } from "./trace";

const HITS = 50;

/** What `fairlead diagram --format html` writes into the page. */
interface Embedded {
  documents: Documents;
  document: Picture;
  details: Record<string, Details>;
  findings: Finding[];
}

/** The page as a file of its own: one view, and nothing that needs the program or a network. */
export class EmbeddedSource implements Source {
  readonly live = false;
  private readonly data: Embedded;

  /** The data in the page, or null if the page is from a server. */
  static of(page: Document): EmbeddedSource | null {
    const text = page.getElementById("fairlead-data")?.textContent;
    return text ? new EmbeddedSource(JSON.parse(text) as Embedded) : null;
  }

  constructor(data: Embedded) {
    this.data = data;
  }

  get onlyView(): string {
    return this.data.document.diagram.view;
  }

  async documents(): Promise<Documents> {
    return { ...this.data.documents, views: this.data.documents.views.filter((view) => view.name === this.onlyView) };
  }

  async findings(): Promise<Finding[]> {
    return this.data.findings ?? [];
  }

  async picture(asked: Asked): Promise<Picture> {
    return collapsed(this.data.document, asked.state.collapsed);
  }

  async details(_asked: Asked, id: string): Promise<Details> {
    const known = this.data.details[id];
    const groups = this.groupsOf(id);
    if (known !== undefined) {
      return { ...known, groups };
    }
    const { diagram } = this.data.document;
    const node = diagram.nodes.find((one) => one.id === id);
    const group = diagram.groups.find((one) => one.id === id);
    if (node === undefined && group === undefined) {
      throw new Error(`${id} is not in this picture.`);
    }
    return {
      ...NOTHING,
      id,
      kind: node?.kind ?? group?.kind ?? "",
      title: node?.label ?? group?.label ?? id,
      location: node?.location ?? null,
      attributes: node?.attributes ?? {},
      dependencies: diagram.edges.filter((edge) => edge.from === id).map((edge) => edge.to),
      dependents: diagram.edges.filter((edge) => edge.to === id).map((edge) => edge.from),
      contains: diagram.nodes.filter((one) => one.group === id),
      groups,
    };
  }

  async trace(_asked: Asked, selected: string | null, order: TraceOrder, picture: Picture): Promise<Traced> {
    if ("direction" in order) {
      return traceDrawn(picture.diagram, selected ?? "", order.direction);
    }
    const uses = Object.values(this.data.details).flatMap(({ id, channels }) =>
      channels.filter((use) => use.channel === order.channel && use.role === "emits").map((use) => ({ id, others: use.others })),
    );
    const ids = new Set(uses.flatMap((use) => [use.id, ...use.others]));
    const nodes = [...ids].map((id) => ({ id, groups: this.groupsOf(id) ?? [] }));
    const edges = uses.flatMap((use) => use.others.map((to) => ({ from: use.id, to })));
    return traceOf(picture.diagram, [{ nodes, edges }], true);
  }

  async search(_asked: Asked, words: string): Promise<Hit[]> {
    const { diagram } = this.data.document;
    const groupLabels = new Map(diagram.groups.map((group) => [group.id, group.label]));
    const things = [
      ...diagram.groups.map((group) => ({ id: group.id, label: group.label, kind: group.kind, where: groupLabels.get(group.parent ?? "") ?? "" })),
      ...diagram.nodes.map((node) => ({ id: node.id, label: node.label, kind: node.kind, where: groupLabels.get(node.group ?? "") ?? "" })),
    ];
    return things
      .map((thing) => ({ thing, rank: Math.max(rank(thing.label, words), rank(thing.id, words) - 0.5) }))
      .filter((found) => found.rank > 0)
      .sort((a, b) => b.rank - a.rank || (a.thing.id < b.thing.id ? -1 : 1))
      .slice(0, HITS)
      .map((found) => ({ ...found.thing, groups: this.groupsOf(found.thing.id) }));
  }

  suppose(_document: string, _supposition: Supposition): Promise<never> {
    return Promise.reject(new Error(NEEDS_SERVER));
  }

  difference(): Promise<Difference> {
    return Promise.reject(new Error(NEEDS_SERVER));
  }

  open(): Promise<never> {
    return Promise.reject(new Error(NEEDS_SERVER));
  }

  exported(): string {
    return "";
  }

  listen(): void {}

  private groupsOf(id: string): string[] | null {
    const { diagram } = this.data.document;
    const groups = new Groups(diagram);
    const node = diagram.nodes.find((one) => one.id === id);
    if (node !== undefined) {
      return groups.around(node.group).reverse();
    }
    const group = diagram.groups.find((one) => one.id === id);
    return group === undefined ? null : groups.around(group.parent).reverse();
  }
}

const NEEDS_SERVER = "This file holds one picture. `fairlead serve` shows all of the fleet.";

const NOTHING: Details = {
  id: "",
  kind: "",
  title: "",
  location: null,
  attributes: {},
  data: {},
  findings: [],
  groups: null,
  provides: [],
  requires: [],
  classes: [],
  includedBy: [],
  wave: null,
  settings: [],
  channels: [],
  ports: [],
  state: null,
  dependents: [],
  dependencies: [],
  contains: [],
};
