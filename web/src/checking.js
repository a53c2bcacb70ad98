// Live checks: soon after the last key, one at a time, the older one given up; the site's word a moment later.
import { post, Refused } from "./net.js";

const PAUSE = 250; // ms without a key before the text is checked
const IDLE = 1500; // ms before the pages of the site are asked
const APART = 8000; // ms at least between two such questions of one person; more where answers take long
const AGAIN = 3000; // ms before a server that did not answer is asked again

const MISSPELT = "grammar/misspelling";
const keyOf = (d) => `${d.rule} ${d.start.line}:${d.start.column} ${d.message}`;

// Whether a question may be answered when it is asked again.
const passing = (error) => !(error instanceof Refused) || [429, 499, 503].includes(error.status);

export class Checking {
  // `editor` has the text; `path()` where it lies (or nothing); `show(state)` is told of all that changes.
  constructor(editor, path, show) {
    Object.assign(this, { editor, path, show });
    this.findings = [];
    this.about = null;
    this.status = "";
    this.extra = []; // what only the site says, with places that move along while the text changes
    this.less = new Set(); // what the site takes back
    this.comparing = false; // until the site was asked about this page for the first time
    this.timers = {};
  }

  changed(changes) {
    for (const f of [...this.findings, ...this.extra]) {
      // a correction stands as long as nobody wrote in its words or beside them
      f.stale ||= [f, ...f.edits].some(({ from, to }) => changes.touchesRange(from, to));
      for (const place of [f, ...f.edits]) {
        place.from = changes.mapPos(place.from, 1);
        place.to = Math.max(place.from, changes.mapPos(place.to, -1));
      }
    }
    this.soon();
  }

  // What was just mended is not shown until the next answer.
  drop(finding) {
    this.findings = this.findings.filter((f) => f !== finding);
    this.show(this);
  }

  soon(pause = PAUSE) {
    clearTimeout(this.timers.look);
    clearTimeout(this.timers.site);
    this.asking?.abort();
    this.timers.look = setTimeout(() => this.look(), pause);
  }

  reset() {
    this.siteFrom = 0;
    this.comparing = Boolean(this.path());
    this.extra = [];
    this.less = new Set();
    this.soon(0);
  }

  async look() {
    const text = this.editor.text;
    if (!text.trim()) {
      Object.assign(this, { findings: [], about: null, status: "" });
      this.show(this);
      return;
    }
    this.asking = new AbortController();
    this.tell("checking");
    try {
      const path = this.path();
      const { report, about } = await post("desk/look", path ? { text, path } : { text }, this.asking.signal);
      if (this.editor.text !== text) return;
      this.own = report.diagnostics;
      this.about = about;
      this.settle();
      this.tell("checked");
      if (path) this.timers.site = setTimeout(() => this.site(text, path), Math.max(IDLE, (this.siteFrom || 0) - Date.now()));
    } catch (error) {
      this.failed(error);
    }
  }

  async site(text, path) {
    this.asking = new AbortController();
    const asked = Date.now();
    this.siteFrom = asked + APART;
    try {
      const report = await post("api/check", { text, path, site: true }, this.asking.signal);
      this.siteFrom = Math.max(this.siteFrom, Date.now() + 5 * (Date.now() - asked));
      if (this.editor.text !== text) return;
      this.comparing = false;
      const own = new Set(this.own.map(keyOf)), whole = new Set(report.diagnostics.map(keyOf));
      this.extra = report.diagnostics.filter((d) => !own.has(keyOf(d))).map((d) => this.placed(d));
      this.less = new Set(this.own.filter((d) => !whole.has(keyOf(d))).map((d) => this.words(d)));
      this.settle();
      this.tell("checked");
    } catch (error) {
      if (error.name === "AbortError") return;
      if (!(error instanceof Refused)) return this.failed(error);
      // a site that is still being read makes people wait for their turn
      if (passing(error)) this.timers.site = setTimeout(() => this.site(text, path), APART);
      else this.comparing = false;
      this.show(this);
    }
  }

  failed(error) {
    if (error.name === "AbortError") return;
    this.tell(passing(error) ? (error.status ? "busy" : "offline") : error.message);
    if (passing(error)) this.soon(AGAIN);
  }

  words(d) {
    const p = this.placed(d);
    return `${d.rule} ${this.editor.text.slice(p.from, p.to)}`;
  }

  placed(d) {
    const edits = d.edits.map((e) => ({
      from: this.editor.place(e.start), to: this.editor.place(e.end), insert: e.text,
    }));
    const from = this.editor.place(d.start), to = this.editor.place(d.end);
    return { ...d, edits: edits.length ? edits : this.named(d, from, to), from, to, stale: false };
  }

  // A word that a finding names in the place of one that is not known: nobody but a person may take it.
  named({ rule, message }, from, to) {
    const [, insert, found] = (rule === MISSPELT && message.match(/^Write “([^“”]+)” instead of “([^“”]+)”/)) || [];
    return insert && this.editor.text.slice(from, to) === found ? [{ from, to, insert }] : [];
  }

  // The text's own findings, and what the site adds where its words still stand.
  settle() {
    const own = this.own.map((d) => this.placed(d)).filter((f) => !this.less.has(`${f.rule} ${this.editor.text.slice(f.from, f.to)}`));
    const more = this.extra.filter((f) => f.to > f.from || !f.stale);
    this.findings = [...own, ...more].sort((a, b) => a.from - b.from || a.to - b.to);
  }

  tell(status) {
    this.status = status;
    this.show(this);
  }
}
