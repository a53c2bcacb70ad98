// What was said about a draft behind its link, and beside which finding it belongs.
import { S, plainly } from "./strings.js";
import { h, fill } from "./dom.js";
import { get } from "./net.js";
import { day } from "./share.js";

const OFTEN = 30_000; // ms between two looks for new comments

export const aboutOf = (f) => `${f.rule} ${f.start.line}:${f.start.column}`;

// Comments; with `findings` each says what it is about.
export const commentRows = (rows, findings = []) => h("ul", { class: "comment-rows" }, rows.map((c) => {
  const about = c.about && findings.find((f) => aboutOf(f) === c.about);
  return h("li", {}, h("p", {}, h("span", { class: "strong" }, c.name), h("span", { class: "quiet" }, ` · ${day(c.at)}`)),
    about ? h("p", { class: "quote quiet" }, plainly(about.message)) : null, h("p", {}, c.text));
}));

// The comments on the links that were made of the draft in this window, for whoever writes it.
export class Comments {
  constructor(parent, changed) {
    Object.assign(this, { parent, changed, tokens: [], rows: [] });
    this.draw();
    setInterval(() => { if (!document.hidden) this.load(); }, OFTEN);
  }

  // `tokens` are the links of the draft that is open now.
  follow(tokens) {
    this.tokens = tokens;
    this.rows = [];
    this.draw();
    this.load();
  }

  async load() {
    const drafts = await Promise.all(this.tokens.map((token) => get(`drafts/${token}/comments`).catch(() => ({ comments: [] }))));
    const rows = drafts.flatMap((draft) => draft.comments).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    if (JSON.stringify(rows) === JSON.stringify(this.rows)) return;
    this.rows = rows;
    this.draw();
    this.changed();
  }

  get count() { return this.rows.length; }

  // What was said of a finding, as long as it stands where it stood.
  of(f) { return this.rows.filter((c) => c.about === aboutOf(f)); }

  draw(findings = []) {
    fill(this.parent, this.rows.length ? commentRows(this.rows, findings) : h("p", { class: "empty" }, S.commentsYours));
  }
}
