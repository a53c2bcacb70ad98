// The writer's desk: the text on one side; what to mend, details, sections and preview on the other.
import { S } from "./strings.js";
import { h, say, hush, dialog, menu } from "./dom.js";
import { post } from "./net.js";
import { Editor } from "./editor.js";
import { Checking } from "./checking.js";
import { Findings, labelOf } from "./findings.js";
import { Details } from "./details.js";
import { Sections } from "./sections.js";
import { Preview } from "./preview.js";
import { Bring } from "./bring.js";
import { Tabs } from "./tabs.js";
import { shareDialog, links } from "./share.js";
import { Comments, commentRows } from "./comments.js";
import { copyText, copyHtml, copyPlain, download } from "./take.js";
import { toggleHeading, toggleList, toggleBold } from "./writing.js";
import { save } from "./save.js";
import { changesOf, points } from "./places.js";

const NOWHERE = { path: "", version: "", savedText: "", tokens: [] };
const UNFINISHED = new Set(["whitespace/trailing-space", "lists/empty-item"]);
const KEPT = "jdlint.draft", WORDS = "jdlint.words";
const session = {
  get: () => { try { return JSON.parse(sessionStorage.getItem(KEPT)); } catch { return null; } },
  set: (value) => { try { sessionStorage.setItem(KEPT, JSON.stringify(value)); } catch { /* full, or not allowed */ } },
};
const known = () => { try { return new Set(JSON.parse(localStorage.getItem(WORDS) || "[]")); } catch { return new Set(); } };

export class Desk {
  constructor(root, nonce, about) {
    Object.assign(this, { about, ...NOWHERE, unfinished: 0 });
    const names = ["findings", "details", "sections", "preview", ...(about.store ? ["comments"] : [])];
    const panels = Object.fromEntries(names.map((name) => [name, h("div", { class: `panel ${name}`, tabindex: "-1" })]));
    this.holder = h("section", { class: "editor-card", tabindex: "-1" });
    this.tabs = new Tabs(S.panels, [
      { name: "text", label: S.text, panel: this.holder, elsewhere: true },
      ...Object.entries(panels).map(([name, panel]) => ({ name, label: S[name], panel })),
    ], (name) => this.chosen(name));
    this.heading = h("h1", { class: "doc-title" }, S.newTitle);
    this.where = h("p", { class: "doc-path" });
    this.status = h("p", { class: "status", role: "status" });
    this.undoButton = h("button", { type: "button", class: "icon", "aria-label": S.undo, title: S.undo, onclick: () => this.editor.undo() }, "↶");
    this.redoButton = h("button", { type: "button", class: "icon", "aria-label": S.redo, title: S.redo, onclick: () => this.editor.redo() }, "↷");
    root.append(this.header(), h("main", { class: "desk" },
      h("div", { class: "side-head" }, this.tabs.list),
      h("div", { class: "paper-side" }, h("div", { class: "editor-bar" }, this.undoButton, this.redoButton, this.marks(), this.status), this.holder, this.welcome()),
      h("aside", { class: "side", "aria-label": S.panels }, this.tabs.panels)));
    this.editor = new Editor(this.holder, {
      nonce, onChange: (update) => this.changed(update), onWhose: (page) => this.isOf(page), onCursor: () => this.moved(), onPaste: (event) => this.bring.paste(event),
    });
    this.checking = new Checking(this.editor, () => this.path, (state) => this.draw(state));
    this.bring = new Bring(this);
    this.findings = new Findings(panels.findings, this, (f) => this.said(f));
    this.details = new Details(panels.details, this);
    this.sections = new Sections(panels.sections, this);
    this.preview = new Preview(panels.preview, this);
    this.comments = about.store ? new Comments(panels.comments, () => this.draw(this.checking)) : null;
    this.tabs.choose("findings", false);
    const kept = session.get();
    if (kept?.text) {
      this.foldNext = true;
      this.editor.start(kept.text, { path: kept.path, version: kept.version, savedText: kept.savedText || "", tokens: kept.tokens || [] });
      this.checking.reset();
    }
    this.draw(this.checking);
    this.follow();
    if (this.narrow) this.tabs.choose("text");
    window.addEventListener("beforeunload", (event) => { if (this.about.write && this.path && this.unsaved) event.preventDefault(); });
  }

  header() {
    const { write, store } = this.about;
    return h("header", { class: "top" },
      h("a", { class: "skip", href: "#", onclick: (event) => { event.preventDefault(); this.showPlace(0, 0); } }, S.skip),
      h("span", { class: "brand", "aria-hidden": "true" }, "jdlint"),
      h("div", { class: "doc" }, this.heading, this.where),
      h("div", { class: "top-actions" },
        menu(S.start, [
          { label: S.startTemplate, run: () => this.bring.template() },
          { label: S.startWord, run: () => this.bring.choose() },
          { label: S.startPage, run: () => this.bring.page() },
          { label: S.startNew, run: () => this.replace("") },
        ]),
        menu(S.copy, [
          { label: S.copyHtml, run: () => copyHtml(this.editor.text) },
          { label: S.copyPlain, run: () => copyPlain(this.editor.text) },
          { label: S.copyMarkdown, run: () => copyText(this.editor.text) },
          { label: S.download, run: () => download(this.editor.text, this.fileName()) },
        ]),
        store ? h("button", { type: "button", class: "button", onclick: () => shareDialog(this) }, S.share) : null,
        write ? h("button", { type: "button", class: "button primary", onclick: () => save(this) }, S.save) : null));
  }

  // Buttons for the marks of headings, items and bold words.
  marks() {
    const button = (label, sign, run, key) => h("button", { type: "button", class: `icon mark-${key}`, "aria-label": label, title: label, onclick: () => run(this.editor.view) }, sign);
    return h("span", { class: "marks" }, button(S.markHeading, "H", toggleHeading, "heading"), button(S.markList, "•", toggleList, "list"), button(S.markBold, "B", toggleBold, "bold"));
  }

  welcome() {
    const button = (label, run) => h("button", { type: "button", class: "button", onclick: run }, label);
    this.welcomeBox = h("div", { class: "welcome" }, h("p", {}, S.welcomeMore), h("div", { class: "welcome-actions" },
      button(S.startTemplate, () => this.bring.template()), button(S.startWord, () => this.bring.choose()), button(S.startPage, () => this.bring.page())));
    return this.welcomeBox;
  }

  // Whether the text has a tab of its own, because there is no room beside it.
  get narrow() { return getComputedStyle(this.tabs.list.firstChild).display !== "none"; }

  get unsaved() { return this.editor.text !== this.savedText; }

  changed(update) {
    hush(); // its “Undo” would take back another step
    this.checking.changed(update.changes);
    this.keep();
    this.drawBar();
  }

  // Keeps what says which draft this is, for the next time that this window is loaded.
  keep() {
    const { path, version, savedText, tokens } = this;
    session.set({ text: this.editor.text, path, version, savedText, tokens });
  }

  // The comments on links of this draft: those made in this window, and those of this page.
  follow() {
    const ofPage = links().filter((l) => this.path && l.path === this.path).map((l) => l.token);
    const tokens = [...new Set([...this.tokens, ...ofPage])].filter((token) => links().some((l) => l.token === token));
    this.comments?.follow(tokens);
    if (this.comments) this.tabs.offer("comments", tokens.length > 0);
  }

  shared(token) {
    const { path, version, savedText, tokens } = this;
    this.editor.isOf({ path, version, savedText, tokens: [...tokens, token] });
  }

  // Another page is here, or the same in another state: opened, saved, shared, or brought back by “Undo”.
  isOf(page) {
    const { path } = this;
    Object.assign(this, { ...NOWHERE, ...page });
    this.keep();
    this.follow();
    if (path !== this.path) this.checking?.reset();
    this.drawBar();
  }

  said(f) {
    const rows = this.comments?.of(f) || [];
    return rows.length ? h("div", { class: "beside" }, commentRows(rows)) : null;
  }

  draw(state) {
    const words = known();
    const { text } = this.editor;
    const findings = state.findings.filter((f) => (f.rule !== "grammar/misspelling" || !words.has(text.slice(f.from, f.to))) && !this.writing(f));
    this.unfinished = state.findings.filter((f) => this.writing(f)).length;
    const shown = { ...state, findings };
    if (state.status === "checked" || !text.trim()) {
      this.editor.mark(findings.filter((f) => !f.stale), (f) => (f.edits.length ? [{ name: labelOf(f, text), apply: () => this.fix(f) }] : []));
      if (this.foldNext && state.about?.format === "yaml" && !state.about.broken && !this.inDetails(findings, state.about)) this.editor.fold(state.about.body);
      this.foldNext = false;
    }
    this.findings.draw(shown);
    this.details.draw(shown);
    this.sections.draw(shown);
    if (this.tabs.name === "preview") this.preview.draw();
    this.tabs.count("findings", findings.length);
    this.comments?.draw(findings);
    this.tabs.count("comments", this.comments?.count);
    this.tabs.count("sections", state.about?.missing.length || 0);
    this.status.textContent = { checking: S.checking, checked: S.summary(findings.length) + (state.comparing ? ` · ${S.comparing}` : ""), busy: S.tooFast, offline: S.offline }[state.status] ?? state.status;
    this.status.dataset.state = state.status;
    this.drawBar();
  }

  // Whether a finding says no more than that a line is unfinished, in which somebody is writing now.
  writing(f) { return UNFINISHED.has(f.rule) && this.editor.writesAt(f.from); }

  // The cursor has come to such a line or left it.
  moved() {
    const unfinished = this.checking?.findings.filter((f) => this.writing(f)).length || 0;
    if (unfinished !== this.unfinished) this.draw(this.checking);
  }

  // Whether something must be mended above the text, which is then not folded away.
  inDetails(findings, about) { return findings.some((f) => f.severity === "error" && f.start.line < about.body); }

  drawBar() {
    this.undoButton.disabled = !this.editor.canUndo;
    this.redoButton.disabled = !this.editor.canRedo;
    this.heading.textContent = this.title();
    this.where.textContent = this.path ? this.path + (this.about.write && this.unsaved ? ` · ${S.unsaved}` : "") : "";
    document.title = `${this.title()} – jdlint`;
    this.welcomeBox.hidden = this.editor.doc.length > 0;
  }

  title() {
    const field = this.checking.about?.fields.find((f) => f.key.join() === "title");
    return (field && field.value && String(field.value)) || S.newTitle;
  }

  fileName() {
    if (this.path) return this.path.split("/").at(-1);
    const slug = this.title().replace(/[([].*?[)\]]/g, "").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    return `${slug || "posting"}.md`;
  }

  chosen(name) {
    if (name === "preview") this.preview.draw();
    if (name === "text") this.editor.view.requestMeasure();
  }

  // Brings a text in, in the place of the one that is here; a page of the website where it lies there.
  replace(text, then = () => {}, page = {}) {
    const doIt = () => {
      this.editor.set(text, { ...NOWHERE, ...page });
      this.checking.reset();
      this.fromTop();
      then();
      this.drawBar();
      if (!text) this.editor.focus();
    };
    const now = this.editor.text;
    if (!now.trim() || now === this.savedText || now === text) return doIt();
    dialog(S.replaceTitle, (close) => [h("p", {}, S.replaceHelp), h("div", { class: "dialog-actions" },
      h("button", { type: "button", class: "button", onclick: close }, S.cancel),
      h("button", { type: "button", class: "button primary", onclick: () => { close(); doIt(); } }, S.replaceDo))]);
  }

  // A whole text that came in is read from its top.
  fromTop() {
    this.foldNext = true;
    this.tabs.anew();
    this.editor.view.dispatch({ selection: { anchor: 0 }, scrollIntoView: true });
  }

  show(f) { this.showPlace(f.from, f.to); }

  showPlace(from, to) {
    if (this.narrow) this.tabs.choose("text");
    this.editor.show(from, to);
  }

  openDetails(line, names) {
    this.tabs.choose("details");
    this.details.focus(line, names);
  }

  undone() { return { label: S.undo, run: () => this.editor.undo() }; }

  fix(f) {
    if (f.stale) return;
    this.editor.change(f.edits);
    this.checking.drop(f);
    say(S.fixed, this.undone());
  }

  async fixAll() {
    const text = this.editor.text;
    try {
      const made = await post("api/fix", this.path ? { text, path: this.path } : { text });
      if (this.editor.text !== text) return;
      this.editor.set(made.text);
      say(S.fixedAll(Object.values(made.fixes).reduce((a, b) => a + b, 0)), this.undone());
    } catch (error) { say(error.message); }
  }

  async leave(f, reason) {
    const text = this.editor.text;
    try {
      const { edits } = await post("desk/silence", { text, path: this.path || undefined, offset: points(text, f.from), rule: f.rule, reason });
      if (this.editor.text !== text) return;
      this.editor.change(changesOf(text, edits));
      say(S.left, this.undone());
    } catch (error) { say(error.message); }
  }

  async word(word) {
    if (this.about.write) {
      try { await post("desk/word", { word }); } catch (error) { return say(error.message); }
      say(S.wordAdded(word));
    } else {
      try { localStorage.setItem(WORDS, JSON.stringify([...known(), word])); } catch { /* a private window */ }
      say(S.wordHere(word));
    }
    this.checking.reset();
  }
}
