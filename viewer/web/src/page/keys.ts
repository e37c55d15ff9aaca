import { Dialog } from "./dialog";
import { h } from "./dom";

export interface Shortcut {
  /** As in KeyboardEvent.key. */
  keys: readonly string[];
  /** As people read it; empty if another says it, too. */
  label: string;
  does: string;
  /** Undefined where the element with the focus does it itself. */
  run?: () => void;
}

/** Keys that work wherever nothing is typed, and the dialog that names them. */
export class Shortcuts {
  private readonly shortcuts: readonly Shortcut[];
  private readonly dialog = new Dialog("keys", "Keys");

  constructor(shortcuts: readonly Shortcut[]) {
    this.shortcuts = shortcuts;
    document.addEventListener("keydown", (event) => this.onKey(event));
  }

  help(): void {
    this.dialog.show(
      h("dl", { class: "keys" }, ...this.shortcuts.filter((one) => one.label !== "").flatMap((one) => [h("dt", {}, ...one.label.split(" ").map((key) => h("kbd", {}, key))), h("dd", {}, one.does)])),
    );
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
      return;
    }
    const target = event.target as HTMLElement;
    if (target.closest("dialog[open]") || (event.key !== "Escape" && target.matches("input, select, textarea"))) {
      return;
    }
    const shortcut = this.shortcuts.find((one) => one.run !== undefined && one.keys.includes(event.key));
    if (shortcut?.run) {
      event.preventDefault();
      shortcut.run();
    }
  }
}
