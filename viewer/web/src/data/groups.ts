import type { Diagram, Group } from "./protocol";

/** Which groups are around what, from inside. */
export class Groups {
  private readonly byId: Map<string, Group>;

  constructor(diagram: Diagram) {
    this.byId = new Map(diagram.groups.map((group) => [group.id, group]));
  }

  /** The group itself and those around it. */
  around(id: string | null): string[] {
    const around: string[] = [];
    for (let at = id === null ? undefined : this.byId.get(id); at !== undefined; ) {
      around.push(at.id);
      at = at.parent === null ? undefined : this.byId.get(at.parent);
    }
    return around;
  }

  depth(id: string): number {
    return this.around(id).length - 1;
  }
}
