import { count } from "../data/words";
import type { Session } from "../session";
import type { Announcer } from "./announce";
import { h } from "./dom";

const SHOWN_FOR = 5000;

/** Follows the files of the fleet, and says so quietly. */
export class LiveNotice {
  readonly element = h("p", { class: "notice", hidden: true });
  private readonly announcer: Announcer;
  private pending = 0;

  constructor(session: Session, announcer: Announcer) {
    this.announcer = announcer;
    session.source.listen({
      changed: (errors) => {
        void session.reload().then(() => this.say(`The fleet changed and was read again${errors > 0 ? `: ${count(errors, "error")}` : ""}.`, true));
      },
      failed: (sentence) => this.say(`The fleet cannot be read now: ${sentence} This is how it was.`, false),
      connected: (is) => {
        if (!is) {
          this.say("The server is gone. This is how the fleet was.", false);
        } else if (!this.element.hidden && this.element.classList.contains("lasting")) {
          this.element.hidden = true;
        }
      },
    });
  }

  private say(sentence: string, passes: boolean): void {
    window.clearTimeout(this.pending);
    this.element.textContent = sentence;
    this.element.classList.toggle("lasting", !passes);
    this.element.hidden = false;
    this.announcer.say(sentence);
    if (passes) {
      this.pending = window.setTimeout(() => {
        this.element.hidden = true;
      }, SHOWN_FOR);
    }
  }
}
