// A shared draft: to read, with what is marked, and to comment on. Nothing can be changed here.
import { S, plainly } from "./strings.js";
import { h, fill, say, dialog } from "./dom.js";
import { get, post, remove } from "./net.js";
import { Editor } from "./editor.js";
import { Findings } from "./findings.js";
import { Preview } from "./preview.js";
import { Tabs } from "./tabs.js";
import { keyOf, forget, day } from "./share.js";
import { aboutOf, commentRows } from "./comments.js";
import { placeIn } from "./places.js";

const NAME = "jdlint.name";

export async function sharedView(root, nonce, token) {
  let draft;
  try { draft = await get(`drafts/${token}`); } catch { return gone(root); }
  new Shared(root, nonce, token, draft);
}

function gone(root) {
  root.append(h("main", { class: "gone" }, h("h1", {}, S.sharedGone), h("p", {}, S.sharedGoneMore)));
}

class Shared {
  constructor(root, nonce, token, draft) {
    Object.assign(this, { token, draft });
    const panels = { findings: h("div", { class: "panel findings" }), comments: h("div", { class: "panel comments" }) };
    this.paper = h("div", { class: "panel preview" });
    this.holder = h("section", { class: "editor-card" });
    this.panels = panels;
    this.tabs = new Tabs(S.panels, [
      { name: "text", label: S.text, panel: this.holder, elsewhere: true },
      { name: "findings", label: S.findings, panel: panels.findings },
      { name: "comments", label: S.comments, panel: panels.comments },
      { name: "preview", label: S.preview, panel: this.paper },
    ], (name) => { if (name === "preview") this.preview.draw(); });
    const title = draft.title || S.newTitle;
    document.title = `${title} – ${S.sharedView}`;
    root.append(
      h("header", { class: "top" }, h("span", { class: "brand", "aria-hidden": "true" }, "jdlint"),
        h("div", { class: "doc" }, h("h1", { class: "doc-title" }, title), h("p", { class: "doc-path" }, `${S.sharedView} · ${S.sharedUntil(day(draft.until))}`)),
        h("div", { class: "top-actions" }, keyOf(token) ? h("button", { type: "button", class: "button", onclick: () => this.drop() }, S.shareDelete) : null)),
      h("main", { class: "desk" }, h("div", { class: "side-head" }, this.tabs.list), h("div", { class: "paper-side" }, this.holder),
        h("aside", { class: "side", "aria-label": S.panels }, this.tabs.panels)));
    this.editor = new Editor(this.holder, { nonce, readOnly: true });
    this.editor.view.dispatch({ changes: { from: 0, insert: draft.text } });
    const findings = draft.report.diagnostics.map((d) => ({ ...d, edits: [], from: placeIn(this.editor.doc, d.start), to: placeIn(this.editor.doc, d.end) }));
    this.state = { findings, status: "checked" };
    this.editor.mark(findings, () => []);
    if (draft.body > 1) this.editor.fold(draft.body);
    this.list = new Findings(panels.findings, this, (f, key) => this.beside(f, key));
    this.preview = new Preview(this.paper, this);
    this.list.draw(this.state);
    this.drawComments();
    this.tabs.count("findings", findings.length);
    this.tabs.choose(this.narrow ? "text" : "findings", false); // it is read first
  }

  get narrow() { return getComputedStyle(this.tabs.list.firstChild).display !== "none"; }

  show(f) {
    if (this.narrow) this.tabs.choose("text");
    this.editor.show(f.from, f.to);
  }

  of(about) { return this.draft.comments.filter((c) => c.about === about); }

  beside(f, key) {
    const about = aboutOf(f), rows = this.of(about);
    return h("div", { class: "beside" }, rows.length ? commentRows(rows) : null,
      h("button", { type: "button", class: "button small", "data-key": `comment ${key}`, onclick: () => this.ask(about, plainly(f.message)) }, S.commentOn));
  }

  ask(about, quote) {
    const name = h("input", { id: "name", required: true, maxlength: "60", autocomplete: "name" });
    try { name.value = localStorage.getItem(NAME) || ""; } catch { /* a private window */ }
    const words = h("textarea", { id: "words", required: true, maxlength: "2000", rows: "4" });
    dialog(S.commentOn, (close) => h("form", { onsubmit: async (event) => {
      event.preventDefault();
      try {
        this.draft.comments = (await post(`drafts/${this.token}/comments`, { about, name: name.value, text: words.value })).comments;
        try { localStorage.setItem(NAME, name.value); } catch { /* a private window */ }
        close();
        this.list.draw(this.state);
        this.drawComments();
        say(S.commentSent);
      } catch (error) { say(error.message); }
    } }, h("p", { class: "quote" }, quote), h("label", { for: "words" }, S.comment), words, h("label", { for: "name" }, S.commentName), name,
    h("div", { class: "dialog-actions" }, h("button", { type: "button", class: "button", onclick: close }, S.cancel), h("button", { type: "submit", class: "button primary" }, S.commentSend))));
    words.focus();
  }

  drawComments() {
    const all = this.draft.comments;
    this.tabs.count("comments", all.length);
    fill(this.panels.comments, h("p", {}, h("button", { type: "button", class: "button primary", "data-key": "comment-all", onclick: () => this.ask("", S.commentAll) }, S.commentOn)),
      all.length ? commentRows(all, this.state.findings) : h("p", { class: "empty" }, S.commentsNone));
  }

  drop() {
    dialog(S.sharedDeleteTitle, (close) => [h("p", {}, S.sharedDeleteHelp), h("div", { class: "dialog-actions" },
      h("button", { type: "button", class: "button", onclick: close }, S.cancel),
      h("button", { type: "button", class: "button primary", onclick: async () => {
        try { await remove(`drafts/${this.token}`, keyOf(this.token)); } catch (error) { return say(error.message); }
        forget(this.token);
        close();
        const root = document.getElementById("app");
        root.replaceChildren();
        gone(root);
      } }, S.shareDelete))]);
  }
}
