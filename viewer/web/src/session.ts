import type { Difference } from "./data/protocol";
import { type Asked, Refused, type Source } from "./data/source";
import { fromFragment, START, supposes, toFragment, type TraceOrder, viewParameters, type ViewState } from "./data/state";
import { isDrawn, type Part, type Shown } from "./shown";

/** What the page shows, and what changes it. Panels listen to the parts they draw; only the session asks the source. */
export class Session {
  readonly source: Source;
  readonly shown: Shown;
  /** What to keep in its place on the screen when the next picture comes. */
  anchor: string | null = null;
  private readonly listeners: { parts: readonly Part[]; listener: () => void }[] = [];
  private supposed: { order: string; document: string; difference: Difference } | null = null;
  /** What the picture that is shown was asked for. */
  pictured: Pick<Asked, "document" | "against"> & { view: string } = { document: "", against: null, view: "" };
  private seen: Asked | null = null;
  private generation = 0;
  private drawn = "";
  private known = "";
  private compared = "";
  private running = 0;

  constructor(source: Source, fragment: string) {
    this.source = source;
    this.shown = {
      state: stateOf(fragment, source),
      documents: null,
      findings: [],
      picture: null,
      details: null,
      traced: null,
      difference: null,
      failure: null,
      busy: false,
    };
  }

  on(parts: readonly Part[], listener: () => void): void {
    this.listeners.push({ parts, listener });
  }

  /** The documents that are looked at: a supposition is compared with what it changes. */
  get asked(): Asked {
    const { state } = this.shown;
    if (this.supposed !== null && supposes(state)) {
      return { document: this.supposed.document, against: state.document, state };
    }
    return { document: state.document, against: state.against, state };
  }

  /** Asks about what is looked at; about what is still drawn, if a filter is refused. */
  async answering<T>(ask: (asked: Asked) => Promise<T>): Promise<T> {
    try {
      return await ask(this.asked);
    } catch (problem) {
      if (problem instanceof Refused && problem.about !== null && this.seen !== null) {
        return ask(this.seen);
      }
      throw problem;
    }
  }

  /** Changes what is looked at, and the address with it. */
  async go(change: Partial<ViewState>, keep: string | null = null): Promise<void> {
    this.anchor = keep;
    const state = { ...this.shown.state, ...change };
    const fragment = `#${toFragment(state)}`;
    if (fragment !== location.hash) {
      // To go back is to leave a view, not to undo each step of a selection.
      const isStep = Object.keys(change).every((part) => part === "selected" || part === "trace");
      history[isStep ? "replaceState" : "pushState"](null, "", fragment === "#" ? location.pathname : fragment);
    }
    await this.become(state);
  }

  /** Follows the address, after the user went back or opened a link. */
  async follow(fragment: string): Promise<void> {
    await this.become(stateOf(fragment, this.source));
  }

  /** Loads all of it again, since the fleet is another. */
  async reload(): Promise<void> {
    this.drawn = this.known = this.compared = "";
    this.supposed = null;
    await this.become(this.shown.state);
  }

  select(id: string | null): Promise<void> {
    const trace = this.shown.state.trace;
    return this.go({ selected: id, trace: trace !== null && "channel" in trace ? trace : null }, id);
  }

  /** Opens or closes a group. */
  toggle(id: string): Promise<void> {
    const { state, picture } = this.shown;
    const isClosed = picture?.collapsed.some((group) => group.id === id) ?? false;
    const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
    return this.go(
      {
        expanded: isClosed ? [...without(state.expanded), id] : without(state.expanded),
        collapsed: isClosed ? without(state.collapsed) : [...without(state.collapsed), id],
      },
      id,
    );
  }

  /** Selects something that may be inside of closed groups, which it opens. */
  async reveal(id: string, around?: readonly string[] | null): Promise<void> {
    const { picture } = this.shown;
    if (isDrawn(picture, id)) {
      return this.select(id);
    }
    const groups = around !== undefined ? around : (await this.trying(() => this.answering((asked) => this.source.details(asked, id))))?.groups;
    if (!groups) {
      return this.select(id);
    }
    const { state } = this.shown;
    await this.go(
      {
        selected: id,
        trace: null,
        expanded: [...new Set([...state.expanded, ...groups])],
        collapsed: state.collapsed.filter((group) => !groups.includes(group)),
      },
      null,
    );
  }

  /** Shows a document that was opened just now. */
  async openDocument(id: string): Promise<void> {
    this.known = "";
    await this.go({ ...START, document: id });
  }

  /** Runs something that may fail with a sentence for the user; undefined if it did. */
  async trying<T>(work: () => Promise<T>): Promise<T | undefined> {
    this.running++;
    this.set({ busy: true });
    try {
      const result = await work();
      return result;
    } catch (problem) {
      const sentence = problem instanceof Error ? problem.message : String(problem);
      this.set({ failure: { sentence, about: problem instanceof Refused ? problem.about : null } });
      return undefined;
    } finally {
      this.running--;
      this.set({ busy: this.running > 0 });
    }
  }

  private async become(state: ViewState): Promise<void> {
    const generation = ++this.generation;
    const isCurrent = () => generation === this.generation;
    this.set({ state, failure: null });
    await this.trying(async () => {
      await this.suppose(state);
      if (!isCurrent()) {
        return;
      }
      const document = this.asked.document;
      await Promise.all([
        this.knowDocument(document, isCurrent),
        this.knowDifference(isCurrent),
        this.draw(isCurrent).then(() => (isCurrent() ? this.trace(isCurrent) : undefined)),
        this.detail(isCurrent),
      ]);
    });
  }

  private async suppose(state: ViewState): Promise<void> {
    const order = JSON.stringify([state.document, state.suppose]);
    if (supposes(state) && this.supposed?.order !== order) {
      const made = await this.source.suppose(state.document, state.suppose);
      this.supposed = { order, ...made };
    }
  }

  private async knowDocument(document: string, isCurrent: () => boolean): Promise<void> {
    if (this.known === document) {
      return;
    }
    const [documents, findings] = await Promise.all([this.source.documents(), this.source.findings(document)]);
    if (isCurrent()) {
      this.known = document;
      this.set({ documents, findings });
    }
  }

  private async knowDifference(isCurrent: () => boolean): Promise<void> {
    const { document, against } = this.asked;
    const pair = against === null ? "" : JSON.stringify([against, document]);
    if (pair === this.compared && (pair === "") === (this.shown.difference === null)) {
      return;
    }
    let difference: Difference | null = null;
    if (against !== null) {
      difference = supposes(this.shown.state) && this.supposed ? this.supposed.difference : await this.source.difference(against, document);
    }
    if (isCurrent()) {
      this.compared = pair;
      this.set({ difference });
    }
  }

  private async draw(isCurrent: () => boolean): Promise<void> {
    const asked = this.asked;
    const wanted = JSON.stringify([asked.document, asked.against, viewParameters(asked.state).toString()]);
    if (wanted === this.drawn) {
      return;
    }
    const picture = await this.source.picture(asked);
    if (isCurrent()) {
      this.drawn = wanted;
      this.seen = asked;
      this.pictured = { document: asked.document, against: asked.against, view: asked.state.view };
      this.set({ picture });
    }
  }

  private async trace(isCurrent: () => boolean): Promise<void> {
    const { state, picture } = this.shown;
    const isPossible = state.trace !== null && ("channel" in state.trace || state.selected !== null);
    const traced =
      state.trace === null || !isPossible || picture === null
        ? null
        : await this.answering((asked) => this.source.trace(asked, state.selected, state.trace as TraceOrder, picture));
    if (isCurrent() && traced !== this.shown.traced) {
      this.set({ traced });
    }
  }

  private async detail(isCurrent: () => boolean): Promise<void> {
    const { selected } = this.shown.state;
    if (selected === null) {
      this.set({ details: null });
      return;
    }
    const details = await this.answering((asked) => {
      const { against } = asked;
      // What was removed is known on the other side only.
      return this.source.details(asked, selected).catch((refused: unknown) => {
        if (against === null) {
          throw refused;
        }
        return this.source.details({ ...asked, document: against, against: null }, selected);
      });
    }).catch(() => null);
    if (isCurrent()) {
      this.set({ details });
    }
  }

  private set(change: Partial<Shown>): void {
    Object.assign(this.shown, change);
    const parts = new Set(Object.keys(change) as Part[]);
    for (const { parts: wanted, listener } of this.listeners) {
      if (wanted.some((part) => parts.has(part))) {
        listener();
      }
    }
  }
}

/** What an address asks for; a page that is a file has one view, whatever the address says. */
function stateOf(fragment: string, source: Source): ViewState {
  const state = fromFragment(fragment);
  return source.onlyView === null ? state : { ...state, document: START.document, against: null, view: source.onlyView };
}
