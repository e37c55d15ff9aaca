import cytoscape from "cytoscape";
import type { Picture } from "../data/protocol";
import type { Traced } from "../data/trace";
import { boxId, diagramId, elements, frameId, type Side, titleId } from "./elements";
import { type Candidate, neighbour, type Way } from "./neighbours";
import { stylesheet } from "./style";

/** From here on, moving shows a texture and no arrows, which stays smooth. */
const MANY = 700;
const LARGEST = 1.3;
const PADDING = 32;
/** On a narrow screen a picture begins no smaller than this, since nobody could read it. */
const LEGIBLE = 0.62;
const NARROW = 600;
/** What is wider than so many screens would begin with a piece that says nothing. */
const SCREENS = 5;
/** What is nearer to the edge is not in sight. */
const MARGIN = 40;
/** So far from the picture is a channel that it has no box for. */
const HUB = 90;
/** The legend lies below. */
const FOOT = 68;

export interface CanvasEvents {
  selected(id: string | null): void;
  toggled(id: string): void;
  moved(camera: Camera): void;
}

export interface Camera {
  zoom: number;
  pan: { x: number; y: number };
}

/** What to mark on boxes: the worst finding about each. */
export type Marks = ReadonlyMap<string, "error" | "warning">;

/** One picture on the screen. */
export class Canvas {
  private readonly core: cytoscape.Core;
  private chosen: string | null = null;
  /** That of both sides of a comparison. */
  private readonly size: { width: number; height: number };

  constructor(container: HTMLElement, picture: Picture, side: Side, events: CanvasEvents) {
    this.size = picture.layout;
    const many = picture.diagram.nodes.length + picture.diagram.edges.length > MANY;
    this.core = cytoscape({
      container,
      elements: elements(picture, side),
      style: stylesheet(),
      layout: { name: "preset" },
      minZoom: 0.02,
      maxZoom: 4,
      autoungrabify: true,
      autounselectify: true,
      boxSelectionEnabled: false,
      textureOnViewport: many,
      hideEdgesOnViewport: many,
    });
    this.listen(events);
  }

  private listen(events: CanvasEvents): void {
    const { core } = this;
    core.on("tap", (event) => {
      if (event.target === core) {
        events.selected(null);
      }
    });
    core.on("tap", "node", (event) => {
      const id = event.target.id() as string;
      if (id.startsWith("t:")) {
        events.toggled(id.slice(2));
      } else {
        events.selected(diagramId(id));
      }
    });
    core.on("dbltap", "node.closed, node.frame", (event) => events.toggled((event.target.id() as string).slice(2)));
    core.on("mouseover", "node.box, node.title, edge", (event) => event.target.addClass("hover"));
    core.on("mouseout", "node, edge", (event) => event.target.removeClass("hover"));
    core.on("viewport", () => events.moved(this.camera));
  }

  get camera(): Camera {
    return { zoom: this.core.zoom(), pan: { ...this.core.pan() } };
  }

  set camera(camera: Camera) {
    const { zoom, pan } = this.camera;
    if (zoom !== camera.zoom || pan.x !== camera.pan.x || pan.y !== camera.pan.y) {
      this.core.viewport(camera);
    }
  }

  /** All of it, but not larger than life. */
  fit(): void {
    this.core.resize();
    const { width: w, height: h } = this.size;
    const width = this.core.width() - 2 * PADDING;
    const height = this.core.height() - PADDING - FOOT;
    const zoom = Math.min(width / w, height / h, LARGEST);
    if (width > 0 && height > 0 && Number.isFinite(zoom)) {
      this.core.viewport({
        zoom,
        pan: { x: PADDING + (width - w * zoom) / 2, y: PADDING + (height - h * zoom) / 2 },
      });
    }
  }

  /** What is seen first: all of it, or on a narrow screen its beginning, where all of it could not be read. */
  begin(): void {
    this.fit();
    const { width, height } = this.size;
    const seen = this.core.width();
    if (seen < NARROW && this.core.zoom() < LEGIBLE && width * LEGIBLE < seen * SCREENS) {
      const room = this.core.height() - FOOT;
      this.core.viewport({ zoom: LEGIBLE, pan: { x: PADDING / 2, y: Math.max(PADDING / 2, (room - height * LEGIBLE) / 2) } });
    }
  }

  zoomBy(factor: number): void {
    const { zoom } = this.camera;
    this.core.zoom({ level: zoom * factor, renderedPosition: { x: this.core.width() / 2, y: this.core.height() / 2 } });
  }

  /** Where the upper left corner of something is on the screen; null if it is not drawn. */
  corner(id: string): { x: number; y: number } | null {
    const node = this.element(id);
    if (node === null) {
      return null;
    }
    const { x, y } = node.renderedPosition();
    const zoom = this.core.zoom();
    return { x: x - (node.data("w") * zoom) / 2, y: y - (node.data("h") * zoom) / 2 };
  }

  /** Moves the picture so that the corner of something comes to lie there. */
  place(id: string, corner: { x: number; y: number }): void {
    const now = this.corner(id);
    if (now !== null) {
      this.core.panBy({ x: corner.x - now.x, y: corner.y - now.y });
    }
  }

  /** Brings something onto the screen if it is not there, large enough to be read. */
  show(id: string): void {
    const node = this.element(id);
    if (node === null) {
      return;
    }
    const { x, y } = node.renderedPosition();
    const isSeen = x > MARGIN && y > MARGIN && x < this.core.width() - MARGIN && y < this.core.height() - FOOT;
    if (!isSeen || this.core.zoom() < 0.5) {
      const frame = node.hasClass("frame");
      if (frame) {
        this.core.fit(node, PADDING);
        this.core.zoom() > LARGEST && this.core.zoom(LARGEST);
      } else {
        this.core.zoom(Math.max(this.core.zoom(), 0.8));
      }
      this.core.center(node);
    }
  }

  has(id: string): boolean {
    return this.element(id) !== null;
  }

  choose(id: string | null): void {
    this.chosen = id;
    this.core.batch(() => {
      this.core.elements(".chosen").removeClass("chosen");
      this.core.edges(".near").removeClass("near");
      const node = id === null ? null : this.element(id);
      if (node !== null) {
        node.addClass("chosen");
        node.connectedEdges().addClass("near");
      }
    });
  }

  /** Dims all that is not on the way; null shows everything. */
  light(traced: Traced | null): void {
    this.draw(traced);
    const hub = this.core.nodes(".hub");
    if (hub.nonempty() && hub.renderedBoundingBox().x2 > this.core.width()) {
      this.core.fit(undefined, PADDING);
    }
  }

  private draw(traced: Traced | null): void {
    this.core.batch(() => {
      this.core.elements(".dimmed, .lit").removeClass("dimmed lit");
      this.core.elements(".flow, .hub").remove();
      if (traced === null) {
        return;
      }
      this.core.nodes(".box").forEach((node) => {
        node.addClass(traced.nodes.has(node.id().slice(2)) ? "lit" : "dimmed");
      });
      if (traced.hub !== null) {
        this.core.add(this.hub(traced.hub, traced.flows));
      }
      this.core.add(this.flows(traced));
      this.core.edges(".arrow").forEach((edge) => {
        edge.addClass(traced.edges.has(edge.data("index") as number) ? "lit" : "dimmed");
      });
    });
  }

  /** A channel that the picture has no box for, to the right of all that it connects, where nothing lies in the way. */
  private hub(channel: string, flows: Traced["flows"]): cytoscape.ElementDefinition {
    const ids = new Set(flows.flatMap((flow) => [flow.from, flow.to]));
    const boxes = this.core.nodes(".box").toArray() as cytoscape.NodeSingular[];
    const heights = boxes.filter((node) => ids.has(node.id().slice(2))).map((node) => node.position("y"));
    const label = channel.slice("channel:".length);
    const w = label.length * 7.5 + 40;
    return {
      data: { id: boxId(channel), label, w, h: 34 },
      position: { x: this.size.width + HUB + w / 2, y: heights.reduce((sum, y) => sum + y, 0) / Math.max(1, heights.length) },
      classes: "hub shape-hexagon",
    };
  }

  private flows(traced: Traced): cytoscape.ElementDefinition[] {
    return traced.flows
      .filter((flow) => this.core.getElementById(boxId(flow.from)).nonempty() && this.core.getElementById(boxId(flow.to)).nonempty())
      .map((flow, index) => ({
        data: { id: `f:${index}`, source: boxId(flow.from), target: boxId(flow.to), thickness: 2, label: "", caption: "flows" },
        classes: "flow kind-channel calm lit",
      }));
  }

  mark(marks: Marks): void {
    this.core.batch(() => {
      this.core.nodes(".errors, .warnings").removeClass("errors warnings");
      for (const [id, severity] of marks) {
        this.element(id)?.filter(".box").addClass(severity === "error" ? "errors" : "warnings");
      }
    });
  }

  /** Where an arrow key leads from what is chosen; from nothing, to the first box in the middle of the screen. */
  next(way: Way): string | null {
    const boxes = this.core.nodes(".box").toArray() as cytoscape.NodeSingular[];
    const from = this.chosen === null ? null : this.element(this.chosen);
    if (from === null) {
      const middle = { x: this.core.width() / 2, y: this.core.height() / 2 };
      const distance = (node: cytoscape.NodeSingular) => Math.hypot(node.renderedPosition().x - middle.x, node.renderedPosition().y - middle.y);
      const first = boxes.sort((a, b) => distance(a) - distance(b))[0];
      return first === undefined ? null : diagramId(first.id());
    }
    const candidates = (nodes: cytoscape.NodeSingular[]): Candidate[] =>
      nodes.filter((node) => node.id() !== from.id()).map((node) => ({ id: node.id(), ...node.position() }));
    const connected = from.connectedEdges().connectedNodes().toArray() as cytoscape.NodeSingular[];
    const found = neighbour(from.position(), way, candidates(connected), candidates(boxes));
    return found === null ? null : diagramId(found);
  }

  restyle(): void {
    this.core.style(stylesheet());
  }

  resize(): void {
    this.core.resize();
  }

  /** What is seen, as a picture of pixels. */
  png(): Promise<Blob> {
    const background = getComputedStyle(document.documentElement).getPropertyValue("--canvas").trim();
    return this.core.png({ output: "blob-promise", full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, bg: background });
  }

  destroy(): void {
    this.core.destroy();
  }

  private element(id: string): cytoscape.NodeSingular | null {
    for (const elementId of [boxId(id), frameId(id), titleId(id)]) {
      const found = this.core.getElementById(elementId);
      if (found.nonempty()) {
        return found.first() as cytoscape.NodeSingular;
      }
    }
    return null;
  }
}
