// The headings of the posting, and the parts that candidates look for and do not find.
import { S } from "./strings.js";
import { h, fill } from "./dom.js";

export class Sections {
  constructor(parent, desk) {
    Object.assign(this, { parent, desk });
  }

  draw({ about }) {
    const parts = about?.outline || [], missing = about?.missing || [];
    fill(this.parent,
      h("p", { class: "quiet" }, parts.length ? S.sectionsHelp : S.sectionsNone),
      parts.length ? h("ol", { class: "outline" }, parts.map((part, i) => h("li", { class: `level-${Math.min(part.level, 4)}` },
        h("button", { type: "button", class: "link", "data-key": `part ${i}`, onclick: () => this.go(part.line) }, part.title || "…")))) : null,
      about && (missing.length ? this.missing(missing) : h("p", { class: "complete" }, "✓ ", S.complete)));
  }

  missing(rows) {
    return h("section", { class: "missing", "aria-label": S.missing }, h("h2", {}, S.missing),
      h("ul", {}, rows.map((row, i) => h("li", {},
        h("span", {}, row.name ? (row.firm ? S.missingFirm(row.name) : S.missingName(row.name)) : S.missingKinds[row.kind]),
        this.desk.fix ? h("button", { type: "button", class: "button small", "data-key": `add ${i}`, onclick: () => this.add(row.name || S.headings[row.kind]) }, S.addSection) : null))));
  }

  go(line) {
    const place = this.desk.editor.doc.line(Math.min(line, this.desk.editor.doc.lines));
    this.desk.showPlace(place.from, place.to);
  }

  add(name) {
    const { editor } = this.desk;
    const text = editor.text, end = text.trimEnd().length;
    const insert = `${end ? "\n\n" : ""}## ${name}\n\n* `;
    editor.change([{ from: end, to: text.length, insert: `${insert}\n` }], { anchor: end + insert.length });
    this.desk.showPlace(end + insert.length, end + insert.length);
  }
}
