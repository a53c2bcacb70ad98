// The list of what is found: worst first, each with why, and what can be done about it.
import { S, plainly } from "./strings.js";
import { h, fill, say, dialog } from "./dom.js";

const MISSING = "sections/missing-section";
// What is mended in the form: in the field of its line, else in the first of these that the form has.
const FIELDS = {
  "front-matter/schema": [],
  "pay/unknown-place": ["location"], "pay/missing-range": ["salary", "salary_min"], "pay/missing-deadline": ["valid_through"],
};
const GROUPS = ["error", "warning", "note"];
const short = (text, most = 48) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const plain = (text) => text.replace(/\s+/g, " ").trim();

// What a correction does, in words.
export function labelOf(finding, text) {
  if (finding.edits.length !== 1) return S.make;
  const [{ from, to, insert }] = finding.edits;
  const old = plain(text.slice(from, to)), now = plain(insert);
  if (!now) return old ? S.remove(short(old)) : S.make;
  if (!old) return S.insert(short(now));
  return !/[\p{L}\p{N}]/u.test(now) || now === old || /\]\(|<|\{/.test(now) ? S.make : S.replace(short(now));
}

// A line of the text with the marked words in it.
function excerpt(finding, doc) {
  const line = doc.lineAt(Math.min(finding.from, doc.length));
  const from = finding.from - line.from, to = Math.min(finding.to, line.to) - line.from;
  if (to <= from || to - from > 160) return null;
  const words = line.text.slice(0, from), start = from > 36 ? words.indexOf(" ", from - 36) + 1 || from - 36 : 0;
  const gap = line.text.indexOf(" ", Math.min(to + 36, line.text.length)), end = gap < 0 || gap - to > 60 ? Math.min(to + 60, line.text.length) : gap;
  const after = line.text.slice(to, end).split("<!--")[0];
  const before = (start ? "…" : "") + line.text.slice(start, from).replace(/^[\s*#>-]+/, "");
  return h("p", { class: "excerpt" }, before, h("mark", { class: `mark-${finding.severity}` }, line.text.slice(from, to)),
    after + (end < line.text.length ? "…" : ""));
}

export class Findings {
  // `desk` knows what can be done: fix, fixAll, leave, word, show; `beside` adds to a card (comments).
  constructor(parent, desk, beside = () => null) {
    Object.assign(this, { parent, desk, beside });
    this.open = new Set(); // whose reasons are unfolded
  }

  draw(state) {
    const { findings, status } = state;
    const text = this.desk.editor.text;
    if (!text.trim()) return fill(this.parent, h("p", { class: "empty" }, S.emptyFindings));
    if (!findings.length) {
      const done = status === "checked";
      return fill(this.parent, done ? h("div", { class: "all-well" }, h("div", { class: "tick", "aria-hidden": "true" }, "✓"), h("p", { class: "strong" }, S.none), h("p", {}, S.noneMore)) : null);
    }
    const safe = findings.filter((f) => f.fix === "safe" && f.edits.length && !f.stale).length;
    fill(this.parent,
      safe > 0 && this.desk.fixAll ? h("div", { class: "fix-all" },
        h("button", { type: "button", class: "button primary", "data-key": "fix-all", onclick: () => this.desk.fixAll() }, S.fixAll(safe)),
        h("p", { class: "quiet" }, S.fixAllHelp)) : null,
      GROUPS.map((severity) => {
        const rows = findings.filter((f) => f.severity === severity);
        return rows.length ? this.group(severity, rows) : null;
      }));
  }

  group(severity, rows) {
    return h("section", { class: `group ${severity}`, "aria-label": `${S.groups[severity]} (${rows.length})` },
      h("h2", {}, h("span", { class: "dot", "aria-hidden": "true" }), S.groups[severity], h("span", { class: "count" }, `${rows.length}`)),
      h("p", { class: "quiet" }, S.groupHelp[severity]),
      h("ul", { class: "cards" }, rows.map((f, i) => this.card(f, `${f.rule} ${i}`))));
  }

  card(f, key) {
    const { editor } = this.desk;
    const quote = f.rule === MISSING ? null : excerpt(f, editor.doc); // nothing is wrong with its place
    const reason = f.why ? h("details", { open: this.open.has(key), ontoggle: (e) => this.open[e.target.open ? "add" : "delete"](key) },
      h("summary", { "data-key": `why ${key}` }, S.why),
      h("p", {}, plainly(f.why)), this.related(f),
      f.url ? h("p", {}, h("a", { href: f.url, target: "_blank", rel: "noopener noreferrer" }, S.moreAbout)) : null) : null;
    return h("li", { class: "card", "data-rule": f.rule },
      h("button", { type: "button", class: "message", "data-key": `show ${key}`, title: S.show, onclick: () => this.desk.show(f) }, plainly(f.message)),
      quote, h("div", { class: "actions" }, this.actions(f, key)), reason, this.beside(f, key));
  }

  actions(f, key) {
    if (!this.desk.fix) return [];
    const text = this.desk.editor.text;
    const out = [];
    if (f.edits.length && !f.stale) {
      out.push(h("button", {
        type: "button", class: `button small ${f.fix === "safe" ? "primary" : ""}`, "data-key": `fix ${key}`,
        title: f.fix === "safe" ? null : S.unsafe, onclick: () => this.desk.fix(f),
      }, labelOf(f, text)));
    }
    if (!f.edits.length) out.push(this.elsewhere(f, key));
    if (f.rule === "grammar/misspelling") {
      const word = text.slice(f.from, f.to);
      out.push(h("button", { type: "button", class: "button small", "data-key": `word ${key}`, onclick: () => this.desk.word(word) }, S.word(short(word, 24))));
    }
    out.push(h("button", { type: "button", class: "button small quiet-button", "data-key": `leave ${key}`, onclick: () => this.leave(f) }, S.leave));
    return out.filter(Boolean);
  }

  // Where a finding is mended that has no edit: a heading that lacks, a field of the form.
  elsewhere(f, key) {
    const { about } = this.desk.checking;
    const button = (label, run) => h("button", { type: "button", class: "button small", "data-key": `else ${key}`, onclick: run }, label);
    const missing = f.rule === MISSING && about?.missing.find((row) => row.name && f.message.includes(`“${row.name}”`));
    if (missing) return button(S.addNamed(short(missing.name)), () => this.desk.sections.add(missing.name));
    if (!about || about.broken || !about.fields.length) return null;
    const names = FIELDS[f.rule] || (about.fields.some((field) => field.line === f.start.line) ? [] : null);
    return names && button(S.openDetails, () => this.desk.openDetails(f.start.line, names));
  }

  related(f) {
    const rows = f.related.filter((r) => r.path && r.path !== f.path).slice(0, 5);
    return rows.length ? h("div", {}, h("p", { class: "quiet" }, S.elsewhere), h("ul", { class: "related" }, rows.map((r) => h("li", {}, `${r.path}: ${r.message}`)))) : null;
  }

  leave(f) {
    const reason = h("input", { id: "reason", required: true, maxlength: "200", autocomplete: "off" });
    const box = dialog(S.leaveTitle, (close) => h("form", {
      onsubmit: async (event) => { event.preventDefault(); close(); await this.desk.leave(f, reason.value); },
    }, h("p", { class: "quote" }, plainly(f.message)), h("p", { class: "quiet" }, S.leaveHelp),
    h("label", { for: "reason" }, S.leaveReason), reason,
    h("div", { class: "dialog-actions" },
      h("button", { type: "button", class: "button", onclick: close }, S.cancel),
      h("button", { type: "submit", class: "button primary" }, S.leaveDo))));
    box.querySelector("input").focus();
  }
}

export { say };
