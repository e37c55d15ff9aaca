import "./style/page.css";
import "./style/panels.css";
import "./style/stage.css";
import { start } from "./app";
import { EmbeddedSource } from "./data/embedded";
import { ServerSource } from "./data/server";
import { openPage } from "./open";
import { ThemeChoice } from "./page/theme";

const root = document.getElementById("app") as HTMLElement;
const embedded = EmbeddedSource.of(document);

if (embedded !== null) {
  void start(root, embedded);
} else if (location.pathname === "/open") {
  new ThemeChoice();
  openPage(root);
} else {
  void start(root, new ServerSource());
}
