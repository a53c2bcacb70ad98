// What was said about a draft behind its link, and beside which finding it belongs.
import { S } from "./strings.js";
import { h, fill } from "./dom.js";
import { get } from "./net.js";
import { links, day } from "./share.js";

const OFTEN = 30_000; // ms between two looks for new comments

export const aboutOf = (f) => `${f.rule} ${f.start.line}:${f.start.column}`;

export const commentRows = (rows) => h("ul", { class: "comment-rows" }, rows.map((c) => h("li", {},
  h("p", {}, h("span", { class: "strong" }, c.name), h("span", { class: "quiet" }, ` · ${day(c.at)}`)), h("p", {}, c.text))));

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
    const here = this.tokens.filter((token) => links().some((l) => l.token === token));
    const drafts = await Promise.all(here.map((token) => get(`drafts/${token}/comments`).catch(() => ({ comments: [] }))));
    const rows = drafts.flatMap((draft) => draft.comments).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    if (JSON.stringify(rows) === JSON.stringify(this.rows)) return;
    this.rows = rows;
    this.draw();
    this.changed();
  }

  get count() { return this.rows.length; }

  // What was said of a finding, as long as it stands where it stood.
  of(f) { return this.rows.filter((c) => c.about === aboutOf(f)); }

  draw() {
    fill(this.parent, this.rows.length ? commentRows(this.rows) : h("p", { class: "empty" }, S.commentsYours));
  }
}
