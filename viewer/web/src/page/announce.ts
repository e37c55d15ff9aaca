import { h } from "./dom";

/** Says to a screen reader what sighted users see happen. */
export class Announcer {
  readonly element = h("div", { role: "status", "aria-live": "polite", class: "visually-hidden", id: "announcer" });
  private pending = 0;

  say(sentence: string): void {
    window.clearTimeout(this.pending);
    // Emptied first: the same sentence again is news, too.
    this.element.textContent = "";
    this.pending = window.setTimeout(() => {
      this.element.textContent = sentence;
    }, 60);
  }
}
