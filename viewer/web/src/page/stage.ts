import type { Finding, Picture } from "../data/protocol";
import { type Camera, Canvas, type Marks } from "../graph/canvas";
import type { Side } from "../graph/elements";
import type { Way } from "../graph/neighbours";
import { nothing } from "../panel/nothing";
import { table } from "../panel/table";
import type { Session } from "../session";
import { fill, h } from "./dom";

interface Pane {
  side: Side;
  canvas: Canvas | null;
  element: HTMLElement;
}

/** The middle of the page: the picture, twice side by side when two fleets are compared, or a table. */
export class Stage {
  readonly element = h("div", { class: "panes" });
  private readonly session: Session;
  private panes: Pane[] = [];
  private form = "";
  private following = false;
  private camera: Camera | null = null;
  /** What the camera is of; for another view of another document it begins anew. */
  private subject = "";

  constructor(session: Session) {
    this.session = session;
    session.on(["picture"], () => this.draw());
    session.on(["state"], () => this.follow());
    session.on(["traced"], () => this.each((canvas) => canvas.light(session.shown.traced)));
    session.on(["findings"], () => this.mark());
    new ResizeObserver(() => this.resized()).observe(this.element);
  }

  /** The canvas of the fleet as it is; null where a table is shown. */
  get canvas(): Canvas | null {
    return this.panes.at(-1)?.canvas ?? null;
  }

  fit(): void {
    this.each((canvas) => canvas.fit());
  }

  zoomBy(factor: number): void {
    this.canvas?.zoomBy(factor);
  }

  restyle(): void {
    this.each((canvas) => canvas.restyle());
    this.mark();
  }

  focus(): void {
    this.panes.at(-1)?.element.querySelector<HTMLElement>(".canvas, table")?.focus();
  }

  move(way: Way): void {
    const next = this.canvas?.next(way);
    if (next) {
      void this.session.select(next);
    }
  }

  private get sides(): Side[] {
    const { state, picture } = this.session.shown;
    if (this.session.pictured.against === null || picture === null || isTable(picture)) {
      return ["both"];
    }
    return state.arrange === "one" ? ["both"] : ["before", "after"];
  }

  /** Two sides are put so that both are as large as can be, unless the user says how. */
  private get isAbove(): boolean {
    const { state, picture } = this.session.shown;
    if (state.arrange !== "auto" || picture === null) {
      return state.arrange === "above";
    }
    const { width, height } = picture.layout;
    const room = this.element.getBoundingClientRect();
    const beside = Math.min(room.width / 2 / width, room.height / height);
    const above = Math.min(room.width / width, room.height / 2 / height);
    return above > beside;
  }

  private draw(): void {
    const { picture } = this.session.shown;
    if (picture === null) {
      return;
    }
    const subject = JSON.stringify([this.session.pictured, this.panesForm()]);
    const camera = subject === this.subject ? this.camera : null;
    const { anchor } = this.session;
    const corner = anchor === null ? null : (this.canvas?.corner(anchor) ?? null);
    const hadFocus = this.element.contains(window.document.activeElement);
    this.subject = subject;
    this.each((canvas) => canvas.destroy());
    this.panes = this.sides.map((side) => this.pane(side));
    this.element.dataset.view = picture.diagram.view;
    this.element.classList.toggle("above", this.isAbove);
    fill(this.element, ...this.panes.map((pane) => pane.element));
    this.form = this.panesForm();
    for (const pane of this.panes) {
      this.fillPane(pane, picture);
      if (camera === null) {
        pane.canvas?.begin();
      } else if (pane.canvas) {
        pane.canvas.camera = camera;
      }
    }
    if (anchor !== null && corner !== null) {
      this.each((canvas) => canvas.place(anchor, corner));
    }
    this.camera = this.canvas?.camera ?? null;
    this.mark();
    this.choose();
    this.each((canvas) => canvas.light(this.session.shown.traced));
    if (hadFocus) {
      this.focus();
    }
  }

  private pane(side: Side): Pane {
    const caption = side === "before" ? this.titleOf(this.session.pictured.against) : side === "after" ? this.titleOf(this.session.pictured.document) : null;
    const element = h("section", { class: `pane ${side}`, "aria-label": caption ?? "Picture" }, caption !== null && h("h2", { class: "pane-title" }, caption));
    return { side, canvas: null, element };
  }

  private fillPane(pane: Pane, picture: Picture): void {
    if (picture.diagram.nodes.length === 0) {
      pane.element.append(nothing(this.session));
      return;
    }
    if (isTable(picture)) {
      pane.element.append(table(picture.diagram, this.session));
      return;
    }
    const container = h("div", {
      class: "canvas",
      tabindex: "0",
      role: "application",
      "aria-roledescription": "graph",
      "aria-label": `${picture.diagram.title}. Arrow keys move from box to box, Enter opens details. The outline is the same as a tree.`,
    });
    pane.element.append(container);
    pane.canvas = new Canvas(container, picture, pane.side, {
      selected: (id) => void this.session.select(id),
      toggled: (id) => void this.session.toggle(id),
      moved: (camera) => this.moved(pane, camera),
    });
  }

  /** The other side follows; only one of them leads at a time. */
  private moved(pane: Pane, camera: Camera): void {
    this.camera = camera;
    if (this.following) {
      return;
    }
    this.following = true;
    for (const other of this.panes) {
      if (other !== pane && other.canvas) {
        other.canvas.camera = camera;
      }
    }
    this.following = false;
  }

  private follow(): void {
    if (this.session.shown.picture !== null && this.form !== "" && this.form !== this.panesForm()) {
      this.draw();
      return;
    }
    this.choose();
  }

  /** Which panes there should be. */
  private panesForm(): string {
    return `${this.sides} ${this.isAbove}`;
  }

  /** A panel came or went: the selection stays in sight. */
  private resized(): void {
    const { selected } = this.session.shown.state;
    this.each((canvas) => canvas.resize());
    if (selected !== null) {
      this.canvas?.show(selected);
    }
  }

  private choose(): void {
    const { selected } = this.session.shown.state;
    this.each((canvas) => canvas.choose(selected));
    if (selected !== null) {
      this.canvas?.show(selected);
    }
    this.element.querySelectorAll<HTMLElement>("[data-id]").forEach((row) => {
      row.classList.toggle("chosen", row.dataset.id === selected);
    });
  }

  private mark(): void {
    const marks = marksOf(this.session.shown.findings, this.session.shown.picture);
    this.each((canvas) => canvas.mark(marks));
  }

  private titleOf(document: string | null): string {
    const entry = this.session.shown.documents?.documents.find((one) => one.id === document);
    if (entry === undefined) {
      return document === this.session.pictured.document ? "After" : "Before";
    }
    return entry.origin === "whatif" ? `Supposed: ${entry.title}` : entry.title;
  }

  private each(action: (canvas: Canvas) => void): void {
    for (const { canvas } of this.panes) {
      if (canvas !== null) {
        action(canvas);
      }
    }
  }
}

function isTable(picture: Picture): boolean {
  return picture.diagram.form === "table" || picture.diagram.form === "matrix";
}

/** The worst finding about each box; a closed group has those of what is in it. */
function marksOf(findings: readonly Finding[], picture: Picture | null): Marks {
  const marks = new Map<string, "error" | "warning">();
  for (const { subject, severity } of findings) {
    if (subject !== null && severity !== "note" && marks.get(subject) !== "error") {
      marks.set(subject, severity);
    }
  }
  for (const group of picture?.collapsed ?? []) {
    if (group.problems > 0 && !marks.has(group.id)) {
      marks.set(group.id, "warning");
    }
  }
  return marks;
}
