import type { Details, Difference, Documents, Finding, Picture } from "./data/protocol";
import type { ViewState } from "./data/state";
import type { Traced } from "./data/trace";

/** A sentence about what could not be done. */
export interface Failure {
  sentence: string;
  /** The filter that is to blame, if it is one. */
  about: string | null;
}

/** Everything that is shown, each part with null where there is none (yet). */
export interface Shown {
  state: ViewState;
  documents: Documents | null;
  findings: Finding[];
  picture: Picture | null;
  details: Details | null;
  traced: Traced | null;
  difference: Difference | null;
  failure: Failure | null;
  busy: boolean;
}

export type Part = keyof Shown;

export function isDrawn(picture: Picture | null, id: string): boolean {
  return picture !== null && (picture.diagram.nodes.some((node) => node.id === id) || picture.diagram.groups.some((group) => group.id === id));
}
