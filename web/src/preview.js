// The posting as a candidate reads it. The server sends HTML in which nothing runs; links are shown, not followed.
import { S } from "./strings.js";
import { h, fill } from "./dom.js";
import { post } from "./net.js";

export async function previewOf(text) {
  const { html } = await post("desk/preview", { text });
  return new DOMParser().parseFromString(html, "text/html").body;
}

export class Preview {
  constructor(parent, desk) {
    Object.assign(this, { parent, desk });
    this.text = null;
    this.paper = h("article", { class: "paper", tabindex: "0", "aria-label": S.preview });
    fill(parent, h("p", { class: "quiet" }, S.previewHelp), this.paper);
  }

  async draw() {
    const text = this.desk.editor.text;
    if (text === this.text) return;
    this.text = text;
    if (!text.trim()) return fill(this.paper, h("p", { class: "empty" }, S.previewEmpty));
    try {
      const body = await previewOf(text);
      if (this.desk.editor.text !== text) return;
      for (const link of body.querySelectorAll("a[href]")) {
        const address = link.getAttribute("href");
        if (/^(https?:|mailto:|tel:)/.test(address)) link.target = "_blank";
        else { link.title = address; link.removeAttribute("href"); link.className = "inner-link"; }
      }
      this.paper.replaceChildren(...body.childNodes);
    } catch { this.text = null; }
  }
}
