import type { Details, Difference, Documents, Finding, Hit, Picture, TraceResult } from "./protocol";
import { type Asked, type Events, Refused, type Source } from "./source";
import { type Supposition, type TraceOrder, viewParameters } from "./state";
import { type Traced, traceOf } from "./trace";

/** The server that the page is from. */
export class ServerSource implements Source {
  readonly live = true;
  readonly onlyView = null;

  documents(): Promise<Documents> {
    return get("documents", {});
  }

  async findings(document: string): Promise<Finding[]> {
    return (await get<{ findings: Finding[] }>("findings", { document })).findings;
  }

  picture(asked: Asked): Promise<Picture> {
    return read(fetch(address("view", parametersOf(asked))));
  }

  details(asked: Asked, id: string): Promise<Details> {
    const parameters = parametersOf(asked);
    parameters.set("id", id);
    return read(fetch(address("details", parameters)));
  }

  async trace(asked: Asked, selected: string | null, order: TraceOrder, picture: Picture): Promise<Traced> {
    const questions: Record<string, string>[] = [];
    if ("channel" in order) {
      questions.push({ channel: order.channel });
    } else if (selected !== null) {
      const directions = order.direction === "both" ? ["up", "down"] : [order.direction];
      directions.forEach((direction) => questions.push({ id: selected, direction }));
    }
    const answers = questions.map((question) => {
      const parameters = parametersOf(asked);
      Object.entries(question).forEach(([name, value]) => parameters.set(name, value));
      return read<TraceResult>(fetch(address("trace", parameters)));
    });
    return traceOf(picture.diagram, await Promise.all(answers), "channel" in order);
  }

  async search(asked: Asked, words: string): Promise<Hit[]> {
    const parameters = parametersOf(asked);
    parameters.set("q", words);
    return (await read<{ hits: Hit[] }>(fetch(address("search", parameters)))).hits;
  }

  suppose(document: string, supposition: Supposition): Promise<{ document: string; difference: Difference }> {
    return read(post("whatif", JSON.stringify({ document, ...supposition })));
  }

  difference(before: string, after: string): Promise<Difference> {
    return get("difference", { old: before, new: after });
  }

  open(text: string): Promise<{ id: string }> {
    return read(post("documents", text));
  }

  exported(asked: Asked, format: string): string {
    const parameters = parametersOf(asked);
    parameters.set("format", format);
    return address("export", parameters);
  }

  listen(events: Events): void {
    const stream = new EventSource("/api/events");
    let version: string | null = null;
    const heard = (event: MessageEvent<string>, isChange: boolean) => {
      const news = JSON.parse(event.data) as { version: unknown; errors?: number };
      const now = String(news.version);
      const changed = isChange || (version !== null && version !== now);
      version = now;
      if (changed) {
        events.changed(news.errors ?? 0);
      }
    };
    stream.addEventListener("hello", (event) => heard(event as MessageEvent<string>, false));
    stream.addEventListener("change", (event) => heard(event as MessageEvent<string>, true));
    stream.addEventListener("failure", (event) => {
      events.failed((JSON.parse((event as MessageEvent<string>).data) as { error: string }).error);
    });
    stream.addEventListener("open", () => events.connected(true));
    stream.addEventListener("error", () => events.connected(false));
  }
}

function parametersOf(asked: Asked): URLSearchParams {
  const parameters = viewParameters(asked.state);
  parameters.set("document", asked.document);
  if (asked.against !== null) {
    parameters.set("against", asked.against);
  } else {
    parameters.delete("changed");
  }
  parameters.set("depth", "auto");
  return parameters;
}

function address(route: string, parameters: URLSearchParams): string {
  return `/api/${route}?${parameters}`;
}

function get<T>(route: string, parameters: Record<string, string>): Promise<T> {
  return read(fetch(address(route, new URLSearchParams(parameters))));
}

function post(route: string, body: string): Promise<Response> {
  return fetch(`/api/${route}`, { method: "POST", headers: { "Content-Type": "application/json" }, body });
}

async function read<T>(response: Promise<Response>): Promise<T> {
  let answer: Response;
  try {
    answer = await response;
  } catch {
    throw new Error("The server does not answer. Is `fairlead serve` still running?");
  }
  const body = (await answer.json().catch(() => null)) as (T & { error?: string; about?: string }) | null;
  if (!answer.ok || body === null) {
    throw new Refused(body?.error ?? `The server answered ${answer.status}.`, body?.about);
  }
  return body;
}
