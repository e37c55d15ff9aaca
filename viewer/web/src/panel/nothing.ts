import { h } from "../page/dom";
import type { Session } from "../session";

/** What is said where a picture has nothing in it, and the way out. */
export function nothing(session: Session): HTMLElement {
  const { filters, flags, view } = session.shown.state;
  const isFiltered = Object.keys(filters).length > 0 || flags.some((flag) => flag !== "all-aspects");
  const hidesUnconnected = view === "dependencies" && !flags.includes("all-aspects");
  const words = isFiltered
    ? "Nothing passes these filters."
    : hidesUnconnected
      ? "No service here needs another, and this view leaves out those that nothing is connected with."
      : "There is nothing to show in this view.";
  return h(
    "div",
    { class: "empty" },
    h("p", {}, words),
    session.source.live &&
      h(
        "p",
        { class: "buttons" },
        isFiltered && h("button", { type: "button", onclick: () => void session.go({ filters: {}, flags: [] }) }, "Drop the filters"),
        hidesUnconnected && h("button", { type: "button", onclick: () => void session.go({ flags: [...flags, "all-aspects"] }) }, "Show all services"),
      ),
  );
}
