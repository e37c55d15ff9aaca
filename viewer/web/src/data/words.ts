import type { Finding, Origin, Tone } from "./protocol";

/** What a colour says, for those who do not see it. */
export function wordsOfTone(tone: Tone): string {
  switch (tone) {
    case "plain":
    case "outside":
      return "";
    case "uncovered":
      return "not covered";
    default:
      return tone;
  }
}

export function wordsOfOrigin(origin: Origin | null): string {
  switch (origin) {
    case "old":
      return "removed";
    case "new":
      return "added";
    case "changed":
    case "moved":
    case "renamed":
      return origin;
    default:
      return "";
  }
}

/** The same with its sign, as pictures have it. */
export function markOfOrigin(origin: Origin | null): string {
  const words = wordsOfOrigin(origin);
  return words === "" ? "" : signOf(words) + words;
}

/** The sign of a change, beside its colour. */
export function signOf(change: string): string {
  return { added: "+", removed: "−", moved: ">", renamed: "=" }[change] ?? "~";
}

export function signOfSeverity(severity: Finding["severity"]): string {
  return severity === "error" ? "✕" : severity === "warning" ? "▲" : "●";
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

/** A value of a fleet on one line, as JSON; what JSON cannot hold as its text. */
export function valueText(value: unknown): string {
  if (value !== null && typeof value === "object" && "$nix" in value && "text" in value) {
    return String(value.text);
  }
  return JSON.stringify(value) ?? "";
}
