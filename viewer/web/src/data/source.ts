import type { Details, Difference, Documents, Finding, Hit, Picture } from "./protocol";
import type { Supposition, TraceOrder, ViewState } from "./state";
import type { Traced } from "./trace";

/** What the page asks about: the documents to look at, which is what a supposition made of them, and the view. */
export interface Asked {
  document: string;
  against: string | null;
  state: ViewState;
}

/** A question that is not answered, with a sentence for the user. */
export class Refused extends Error {
  /** The parameter that is to blame, if it is one. */
  readonly about: string | null;

  constructor(sentence: string, about: string | null = null) {
    super(sentence);
    this.about = about;
  }
}

export interface Events {
  /** The fleet is another now. */
  changed(errors: number): void;
  /** The fleet cannot be read now; what was is still there. */
  failed(sentence: string): void;
  /** The server is gone, or is back. */
  connected(is: boolean): void;
}

/** Where the page has its data from: a server, or the file that it is in itself. Promises fail with sentences for the user. */
export interface Source {
  /** Whether there is a server, which can do what needs the program. */
  readonly live: boolean;
  /** The one view that there is; null if there are all. */
  readonly onlyView: string | null;
  documents(): Promise<Documents>;
  findings(document: string): Promise<Finding[]>;
  picture(asked: Asked): Promise<Picture>;
  details(asked: Asked, id: string): Promise<Details>;
  trace(asked: Asked, selected: string | null, order: TraceOrder, picture: Picture): Promise<Traced>;
  search(asked: Asked, words: string): Promise<Hit[]>;
  suppose(document: string, supposition: Supposition): Promise<{ document: string; difference: Difference }>;
  difference(before: string, after: string): Promise<Difference>;
  open(text: string): Promise<{ id: string }>;
  /** The address of what is seen, in a format of `fairlead diagram`. */
  exported(asked: Asked, format: string): string;
  listen(events: Events): void;
}
