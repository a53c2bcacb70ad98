import "./style.css";
import { S } from "./strings.js";
import { dialogWords, h } from "./dom.js";
import { get } from "./net.js";
import { Desk } from "./desk.js";
import { sharedView } from "./shared.js";

dialogWords({ close: S.close });
const root = document.getElementById("app");
const nonce = document.querySelector("meta[name=style-nonce]").content;
const shared = location.href.slice(document.baseURI.length).match(/^d\/([\w-]{20,})$/);
if (shared) sharedView(root, nonce, shared[1]);
else {
  get("desk/about").then((about) => new Desk(root, nonce, about), () => root.append(h("main", { class: "gone" }, h("h1", {}, S.offline))));
}
