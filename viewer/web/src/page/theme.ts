const KEY = "fairlead-theme";
type Theme = "light" | "dark";

/** Light or dark: what the system prefers, until the user says otherwise. */
export class ThemeChoice {
  private readonly listeners: (() => void)[] = [];
  private readonly system = matchMedia("(prefers-color-scheme: dark)");

  constructor() {
    this.apply();
    this.system.addEventListener("change", () => this.apply());
  }

  get theme(): Theme {
    return this.chosen() ?? (this.system.matches ? "dark" : "light");
  }

  toggle(): void {
    const other: Theme = this.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem(KEY, other);
    } catch {
      // A page from disk may have no storage; the choice then holds until it is closed.
    }
    this.apply(other);
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  private chosen(): Theme | null {
    try {
      const value = localStorage.getItem(KEY);
      return value === "light" || value === "dark" ? value : null;
    } catch {
      return null;
    }
  }

  private apply(theme: Theme = this.theme): void {
    document.documentElement.dataset.theme = theme;
    this.listeners.forEach((listener) => listener());
  }
}
