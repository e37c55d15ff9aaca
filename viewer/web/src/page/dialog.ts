import { type Child, h, iconButton } from "./dom";

/** A modal dialog. The browser keeps the focus in it, closes it with Escape, and gives the focus back. */
export class Dialog {
  readonly element: HTMLDialogElement;
  private readonly body = h("div", { class: "dialog-body" });

  constructor(name: string, title: string) {
    this.element = h(
      "dialog",
      { "aria-labelledby": `${name}-title`, id: name },
      h("header", {}, h("h2", { id: `${name}-title` }, title), iconButton("close", "Close", () => this.close())),
      this.body,
    );
    this.element.addEventListener("click", (event) => {
      if (event.target === this.element) {
        this.close();
      }
    });
    document.body.append(this.element);
  }

  show(...children: Child[]): void {
    this.body.replaceChildren(...children.filter((child): child is Node | string => child !== null && child !== false && child !== undefined));
    if (!this.element.open) {
      this.element.showModal();
    }
    this.body.querySelector<HTMLElement>("[autofocus], input, select, button")?.focus();
  }

  close(): void {
    this.element.close();
  }
}
