import type { Source } from "./data/source";
import { START } from "./data/state";
import { count } from "./data/words";
import type { Way } from "./graph/neighbours";
import { Announcer } from "./page/announce";
import { h, iconButton } from "./page/dom";
import { Header } from "./page/header";
import { Shortcuts } from "./page/keys";
import { LiveNotice } from "./page/live";
import { Stage } from "./page/stage";
import { Tabs } from "./page/tabs";
import { ThemeChoice } from "./page/theme";
import { DetailsPanel } from "./panel/details";
import { DifferencePanel } from "./panel/difference";
import { DocumentsForm } from "./panel/documents";
import { ExportMenu } from "./panel/export";
import { Legend } from "./panel/legend";
import { Outline } from "./panel/outline";
import { shortName } from "./panel/parts";
import { ProblemsPanel } from "./panel/problems";
import { SearchBox } from "./panel/search";
import { ViewsPanel } from "./panel/views";
import { WhatIfForm } from "./panel/whatif";
import { Session } from "./session";

/** Puts the page together. */
export async function start(root: HTMLElement, source: Source): Promise<void> {
  const session = new Session(source, location.hash);
  const theme = new ThemeChoice();
  const announcer = new Announcer();
  const stage = new Stage(session);
  const search = new SearchBox(session, announcer);
  const exporting = new ExportMenu(session, () => stage.canvas);
  const details = new DetailsPanel(session);
  const outline = new Outline(session);
  const views = new ViewsPanel(session);
  const tabs = new Tabs("What is seen", [
    { name: "views", label: "Views", content: views.element },
    { name: "outline", label: "Outline", content: outline.element },
    { name: "problems", label: "Problems", content: new ProblemsPanel(session).element },
    { name: "changes", label: "Changes", content: new DifferencePanel(session).element },
  ]);
  const whatIf = source.live ? new WhatIfForm(session) : null;
  const documents = source.live ? new DocumentsForm(session) : null;
  const shell = h("div", { class: "shell" });
  const show = (tab: string, focus?: () => void) => {
    shell.classList.add("sidebar-open");
    tabs.show(tab);
    focus?.();
  };
  const escape = () => {
    const { trace, selected } = session.shown.state;
    if (shell.classList.contains("sidebar-open")) {
      shell.classList.remove("sidebar-open");
    } else if (trace !== null) {
      void session.go({ trace: null });
    } else if (selected !== null) {
      void session.select(null).then(() => stage.focus());
    }
  };
  const shortcuts = new Shortcuts([
    { keys: ["/"], label: "/", does: "search; ↑ ↓ choose, Enter goes there", run: () => search.focus() },
    { keys: [], label: "← → ↑ ↓", does: "the next box that way, first of those it is connected with" },
    ...(["Left", "Right", "Up", "Down"] as const).map((way) => ({ keys: [`Arrow${way}`], label: "", does: "", run: () => stage.move(way.toLowerCase() as Way) })),
    { keys: ["Enter"], label: "Enter", does: "details of what is selected" },
    { keys: [" "], label: "Space", does: "close or open the group of what is selected" },
    { keys: ["Escape"], label: "Esc", does: "end the trace, then the selection", run: escape },
    { keys: ["t"], label: "t", does: "trace: what it needs, what needs it, both, off", run: () => cycleTrace(session) },
    { keys: ["v"], label: "v", does: "views and filters", run: () => show("views", () => views.focus()) },
    { keys: ["l"], label: "l", does: "outline, a tree of the same", run: () => show("outline", () => outline.focus()) },
    { keys: ["p"], label: "p", does: "problems", run: () => show("problems") },
    { keys: ["g"], label: "g", does: "back to the picture", run: () => stage.focus() },
    { keys: ["+", "="], label: "+", does: "larger", run: () => stage.zoomBy(1.25) },
    { keys: ["-"], label: "-", does: "smaller", run: () => stage.zoomBy(0.8) },
    { keys: ["0"], label: "0", does: "all of it", run: () => stage.fit() },
    ...(whatIf ? [{ keys: ["w"], label: "w", does: "what if: suppose a change", run: () => whatIf.open() }] : []),
    ...(documents ? [{ keys: ["o"], label: "o", does: "open a file, compare", run: () => documents.open() }] : []),
    { keys: ["e"], label: "e", does: "export", run: () => exporting.toggle() },
    { keys: ["?"], label: "?", does: "these keys", run: () => shortcuts.help() },
  ]);
  stage.element.addEventListener("keydown", (event) => {
    const { selected } = session.shown.state;
    if (event.target !== event.currentTarget && (event.target as HTMLElement).matches(".canvas") && selected !== null) {
      if (event.key === "Enter") {
        event.preventDefault();
        details.focus();
      } else if (event.key === " ") {
        event.preventDefault();
        void toggleAround(session, selected);
      }
    }
  });
  const header = new Header(
    session,
    theme,
    {
      open: () => documents?.open(),
      whatIf: () => whatIf?.open(),
      help: () => shortcuts.help(),
      problems: () => show("problems"),
      sidebar: () => shell.classList.toggle("sidebar-open"),
    },
    search.element,
    exporting.element,
  );
  const live = new LiveNotice(session, announcer);
  shell.append(
    header.element,
    h("aside", { class: "sidebar", "aria-label": "Views, outline and problems" }, tabs.element),
    h(
      "main",
      { class: "stage" },
      progress(session),
      failure(session),
      traceBar(session),
      stage.element,
      h("div", { class: "foot" }, new Legend(session).element, tools(session, stage)),
      live.element,
    ),
    details.element,
  );
  root.replaceChildren(h("a", { class: "skip", href: "#tab-outline", onclick: (event: MouseEvent) => { event.preventDefault(); show("outline", () => outline.focus()); } }, "Skip to the outline"), shell, announcer.element);
  theme.onChange(() => stage.restyle());
  session.on(["findings"], () => tabs.label("problems", `Problems${session.shown.findings.length > 0 ? ` ${session.shown.findings.length}` : ""}`));
  session.on(["difference"], () => {
    const isCompared = session.shown.difference !== null;
    tabs.offer("changes", isCompared);
    if (isCompared) {
      tabs.show("changes");
    }
  });
  tabs.offer("changes", false);
  session.on(["failure"], () => {
    const { failure } = session.shown;
    if (failure?.about === "select") {
      show("views", () => views.focusSelector());
      announcer.say(failure.sentence);
    }
  });
  session.on(["state"], () => announce(session, announcer));
  session.on(["traced"], () => {
    const { traced } = session.shown;
    if (traced !== null) {
      announcer.say(`trace: ${count(traced.count, "thing")}`);
    }
  });
  window.addEventListener("popstate", () => void session.follow(location.hash));
  await session.reload();
}

let announced: string | null = null;

function announce(session: Session, announcer: Announcer): void {
  const { selected } = session.shown.state;
  if (selected !== announced) {
    announced = selected;
    announcer.say(selected === null ? "nothing selected" : `selected ${shortName(selected)}`);
  }
}

function cycleTrace(session: Session): void {
  const { selected, trace } = session.shown.state;
  if (selected !== null) {
    const now = trace !== null && "direction" in trace ? trace.direction : null;
    const next = now === null ? "down" : ({ down: "up", up: "both", both: null } as const)[now];
    void session.go({ trace: next === null ? null : { direction: next } });
  }
}

/** Opens a closed group; closes the group around anything else. */
function toggleAround(session: Session, id: string): Promise<void> | void {
  const { picture } = session.shown;
  if (picture?.collapsed.some((group) => group.id === id) || picture?.diagram.groups.some((group) => group.id === id)) {
    return session.toggle(id);
  }
  const group = picture?.diagram.nodes.find((node) => node.id === id)?.group;
  if (group) {
    return session.toggle(group).then(() => session.select(group));
  }
}

function progress(session: Session): HTMLElement {
  const element = h("div", { class: "progress", "aria-hidden": "true", hidden: true });
  session.on(["busy"], () => {
    element.hidden = !session.shown.busy;
  });
  return element;
}

function failure(session: Session): HTMLElement {
  const text = h("span");
  const home = h("button", { type: "button", class: "small", onclick: () => void session.go(START) }, "Show the fleet");
  const element = h("div", { class: "failure", role: "alert", hidden: true }, text, home, iconButton("close", "Dismiss", () => { element.hidden = true; }));
  session.on(["failure"], () => {
    const { failure, picture } = session.shown;
    text.textContent = failure?.sentence ?? "";
    // What has a field of its own is said there, unless there is nothing else to see.
    element.hidden = failure === null || (failure.about === "select" && picture !== null);
    home.hidden = !session.source.live || picture !== null;
  });
  return element;
}

function traceBar(session: Session): HTMLElement {
  const text = h("span");
  const element = h("div", { class: "trace-bar", hidden: true }, text, h("button", { type: "button", class: "small", onclick: () => void session.go({ trace: null }) }, "End"));
  session.on(["traced", "state"], () => {
    const { traced, state } = session.shown;
    element.hidden = traced === null || state.trace === null;
    if (traced !== null && state.trace !== null) {
      const what =
        "channel" in state.trace
          ? `Channel ${state.trace.channel}`
          : { down: "What it needs", up: "What needs it", both: "From end to end" }[state.trace.direction] + `: ${shortName(state.selected ?? "")}`;
      text.textContent = `${what} · ${count(traced.count, "thing")}`;
    }
  });
  return element;
}

function tools(session: Session, stage: Stage): HTMLElement {
  const arrangements = (["beside", "above", "one"] as const).map((arrange) => {
    const label = { beside: "Side by side", above: "One above the other", one: "Both in one picture" }[arrange];
    const isNow = () => session.shown.state.arrange === arrange;
    const button = iconButton(arrange, label, () => void session.go({ arrange: isNow() ? "auto" : arrange }));
    session.on(["state"], () => button.setAttribute("aria-pressed", String(isNow())));
    return button;
  });
  const element = h(
    "div",
    { class: "tools", role: "toolbar", "aria-label": "Picture" },
    ...arrangements,
    iconButton("minus", "Smaller (-)", () => stage.zoomBy(0.8)),
    iconButton("plus", "Larger (+)", () => stage.zoomBy(1.25)),
    iconButton("fit", "All of it (0)", () => stage.fit()),
  );
  session.on(["state", "picture", "difference"], () => {
    arrangements.forEach((button) => {
      button.hidden = session.asked.against === null;
    });
    element.hidden = stage.canvas === null;
  });
  return element;
}
