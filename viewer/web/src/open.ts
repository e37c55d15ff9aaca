import { ServerSource } from "./data/server";
import { toFragment, START } from "./data/state";
import { h } from "./page/dom";

/**
 * The page that fetches a document from an address that the user types. It is a page of its own because its policy allows
 * requests to anywhere, and so it holds nothing of the fleet.
 */
export function openPage(root: HTMLElement): void {
  const problem = h("p", { class: "problem", role: "alert", hidden: true });
  const address = h("input", { type: "url", id: "address", required: true, placeholder: "https://example.org/resolution.json", autofocus: true, spellcheck: "false" });
  const button = h("button", { type: "submit", class: "primary" }, "Open");
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    problem.hidden = true;
    button.disabled = true;
    try {
      const text = await fetchText(address.value);
      const opened = await new ServerSource().open(text);
      location.replace(`/#${toFragment({ ...START, document: opened.id })}`);
    } catch (failed) {
      problem.textContent = failed instanceof Error ? failed.message : String(failed);
      problem.hidden = false;
      button.disabled = false;
    }
  };
  root.replaceChildren(
    h(
      "main",
      { class: "open-page" },
      h("h1", {}, "Open from an address"),
      h("p", { class: "muted" }, "Your browser fetches it, not the server, so the address has to allow requests from other pages (CORS)."),
      h("form", { onsubmit: submit }, h("label", { for: "address" }, "Address of a resolution or a diagram"), h("span", { class: "with-button" }, address, button)),
      problem,
      h("p", {}, h("a", { href: "/" }, "Back to the fleet")),
    ),
  );
  address.focus();
}

async function fetchText(address: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  } catch {
    throw new Error(`${address} cannot be fetched: it does not answer, or does not allow requests from other pages.`);
  }
  if (!response.ok) {
    throw new Error(`${address} answered ${response.status}.`);
  }
  return response.text();
}
