import { supposes } from "../data/state";
import { count } from "../data/words";
import type { Session } from "../session";
import { fill, h, icon, type IconName, iconButton } from "./dom";
import type { ThemeChoice } from "./theme";

export interface Actions {
  open(): void;
  whatIf(): void;
  help(): void;
  problems(): void;
  sidebar(): void;
}

/** The bar at the top: what is looked at, search, and what can be done with it. */
export class Header {
  readonly element: HTMLElement;
  private readonly title = h("div", { class: "subject" });

  constructor(session: Session, theme: ThemeChoice, actions: Actions, search: HTMLElement, exporting: HTMLElement) {
    const themeButton = iconButton("moon", "", () => theme.toggle());
    const drawTheme = () => {
      const dark = theme.theme === "dark";
      const label = dark ? "Light colours" : "Dark colours";
      themeButton.replaceChildren(icon(dark ? "sun" : "moon"));
      themeButton.setAttribute("aria-label", label);
      themeButton.title = label;
    };
    theme.onChange(drawTheme);
    drawTheme();
    const whatIf = tool("whatif", "What if…", "Suppose a change (w)", actions.whatIf);
    this.element = h(
      "header",
      { class: "bar" },
      iconButton("menu", "Views and outline", actions.sidebar, { class: "icon-button narrow-only" }),
      h("a", { class: "brand", href: session.source.live ? "/" : "#", "aria-label": "Fairlead, start" }, mark(), h("span", {}, "Fairlead")),
      this.title,
      search,
      h(
        "nav",
        { "aria-label": "Actions" },
        session.source.live && whatIf,
        session.source.live && tool("compare", "Open", "Open or compare (o)", actions.open),
        exporting,
        themeButton,
        iconButton("help", "Keys (?)", actions.help),
      ),
    );
    session.on(["documents", "state", "findings"], () => {
      const entry = session.shown.documents?.documents.find((one) => one.id === session.asked.document);
      whatIf.hidden = session.shown.documents?.whatif === false || session.shown.state.document !== "fleet";
      fill(
        this.title,
        entry === undefined ? h("h1", { class: "visually-hidden" }, "Fairlead") : h("h1", { title: entry.title }, supposes(session.shown.state) ? "What if…" : entry.title),
        entry && entry.kind === "resolution" && h("span", { class: "muted wide-only" }, `${count(entry.services, "service")}, ${count(entry.hosts, "host")}`),
        entry && this.badge(entry.errors, entry.warnings, actions.problems),
      );
      document.title = entry ? `${entry.title}: ${session.shown.state.view} · Fairlead` : "Fairlead";
    });
  }

  private badge(errors: number, warnings: number, problems: () => void): HTMLElement {
    const words = [errors > 0 && count(errors, "error"), warnings > 0 && count(warnings, "warning")].filter(Boolean).join(", ") || "no problems";
    return h(
      "button",
      { type: "button", class: "badge", "data-key": "badge", "aria-label": `${words}: show`, title: "Problems (p)", onclick: problems },
      errors > 0 && h("span", { class: "sign error" }, `✕ ${errors}`),
      warnings > 0 && h("span", { class: "sign warning" }, `▲ ${warnings}`),
      errors + warnings === 0 && h("span", { class: "sign fine" }, "✓"),
    );
  }
}

function tool(name: IconName, label: string, title: string, run: () => void): HTMLButtonElement {
  return h("button", { type: "button", class: "tool", title, onclick: run }, icon(name), h("span", {}, label));
}

/** A ring that a rope runs through. */
function mark(): SVGSVGElement {
  const svg = icon("fit");
  svg.classList.add("mark");
  svg.querySelector("path")?.setAttribute("d", "M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM2 17c5 0 6-10 10-10s5 10 10 10");
  return svg;
}
