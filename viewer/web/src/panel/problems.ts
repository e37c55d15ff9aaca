import type { Finding } from "../data/protocol";
import { count } from "../data/words";
import { fill, h } from "../page/dom";
import type { Session } from "../session";
import { finding, reference } from "./parts";

const ORDER = ["error", "warning", "note"] as const;

/** All findings of the fleet, the worst first. */
export class ProblemsPanel {
  readonly element = h("div", { class: "problems" });
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
    session.on(["findings"], () => this.draw());
  }

  private draw(): void {
    const { findings } = this.session.shown;
    const go = (id: string) => void this.session.reveal(id);
    const sorted = ORDER.flatMap((severity) => findings.filter((one) => one.severity === severity));
    fill(
      this.element,
      h("p", { class: "summary" }, summary(findings)),
      ...sorted.map((one) =>
        h("div", { class: "problem" }, one.subject !== null && h("p", { class: "subject" }, reference(one.subject, go)), finding(one, go)),
      ),
    );
  }
}

function summary(findings: readonly Finding[]): string {
  if (findings.length === 0) {
    return "Nothing was found: no errors, no warnings, no notes.";
  }
  return ORDER.map((severity) => count(findings.filter((one) => one.severity === severity).length, severity)).join(", ");
}
