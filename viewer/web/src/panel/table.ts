import { captionOf } from "../graph/elements";
import type { Box, Diagram } from "../data/protocol";
import { h } from "../page/dom";
import type { Session } from "../session";
import { linked } from "./parts";

/** Tables and matrices, as what they are. */
export function table(diagram: Diagram, session: Session): HTMLElement {
  return h(
    "div",
    { class: "table-scroll" },
    h("h2", {}, diagram.title),
    ...diagram.notes.map((note) => h("p", { class: "muted" }, note)),
    diagram.form === "matrix" ? matrix(diagram, session) : rows(diagram, session),
  );
}

function rows(diagram: Diagram, session: Session): HTMLElement {
  const groups = new Map(diagram.groups.map((group) => [group.id, group.label]));
  const isGrouped = diagram.nodes.some((node) => node.group !== null);
  return h(
    "table",
    { class: "data", tabindex: "0" },
    h(
      "thead",
      {},
      h("tr", {}, isGrouped && h("th", { scope: "col" }, "in"), heading(diagram) === "" ? h("td") : h("th", { scope: "col" }, heading(diagram)), ...diagram.columns.map((column) => h("th", { scope: "col" }, column))),
    ),
    h(
      "tbody",
      {},
      ...diagram.nodes.map((node) =>
        h(
          "tr",
          { "data-id": node.id, class: `tone-${node.tone}` },
          isGrouped && h("td", { class: widthOf(groups.get(node.group ?? "")) }, groups.get(node.group ?? "") ?? ""),
          h("th", { scope: "row", class: widthOf(node.label) }, name(node, session)),
          ...diagram.columns.map((column) => h("td", { class: widthOf(node.attributes[column]) }, ...linked(node.attributes[column] ?? "", (id) => void session.select(id)))),
        ),
      ),
    ),
  );
}

/** Short texts are on one line, so that a narrow screen scrolls and does not break them. */
function widthOf(text: string | undefined): string | null {
  return text !== undefined && text.length > 36 ? "long" : null;
}

/** What the first column holds, unless another column says so. */
function heading(diagram: Diagram): string {
  const kind = diagram.nodes[0]?.kind ?? "";
  return diagram.columns.includes(kind) ? "" : kind;
}

/** Rows are what nothing leads to, columns what something leads to; an arrow is a cell. */
function matrix(diagram: Diagram, session: Session): HTMLElement {
  const reached = new Set(diagram.edges.map((edge) => edge.to));
  const columns = diagram.nodes.filter((node) => reached.has(node.id));
  const cells = new Map(diagram.edges.map((edge) => [JSON.stringify([edge.from, edge.to]), edge]));
  return h(
    "table",
    { class: "data matrix", tabindex: "0" },
    h("thead", {}, h("tr", {}, h("td"), ...columns.map((column) => h("th", { scope: "col", class: widthOf(column.label), "data-id": column.id }, name(column, session))))),
    h(
      "tbody",
      {},
      ...diagram.nodes
        .filter((node) => !reached.has(node.id))
        .map((row) =>
          h(
            "tr",
            { "data-id": row.id },
            h("th", { scope: "row", class: widthOf(row.label) }, name(row, session)),
            ...columns.map((column) => {
              const cell = cells.get(JSON.stringify([row.id, column.id]));
              return h("td", { class: cell ? `full tone-${cell.tone}` : null }, cell ? (captionOf(cell) === "" ? "●" : `● ${captionOf(cell)}`) : "");
            }),
          ),
        ),
    ),
  );
}

function name(node: Box, session: Session): HTMLElement {
  return h("button", { type: "button", class: "reference", title: node.id, onclick: () => void session.select(node.id) }, captionOf(node));
}
