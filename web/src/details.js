// The details of a posting as a form. The text is the one truth: a change becomes an edit of the text.
import { S, plainly } from "./strings.js";
import { h, fill, say } from "./dom.js";
import { post } from "./net.js";
import { changesOf } from "./places.js";

const WAIT = 400; // ms after the last key in a field

export class Details {
  constructor(parent, desk) {
    Object.assign(this, { parent, desk });
    this.inputs = new Map();
    this.queue = Promise.resolve();
    this.shape = "";
  }

  draw({ about, findings }) {
    if (!about) {
      this.shape = "";
      return fill(this.parent, h("p", { class: "empty" }, S.detailsHelp));
    }
    if (about.broken) {
      this.shape = "";
      return fill(this.parent, h("p", { class: "notice" }, S.detailsBroken));
    }
    const shape = JSON.stringify(about.fields.map((f) => [f.key, f.kind, chosen(f), f.choices, f.required]));
    if (shape !== this.shape) this.build(about.fields, shape);
    for (const field of about.fields) this.refresh(field, findings);
  }

  build(fields, shape) {
    this.shape = shape;
    this.inputs.clear();
    fill(this.parent, h("p", { class: "quiet" }, S.detailsHelp),
      h("form", { class: "form", onsubmit: (event) => event.preventDefault() }, fields.map((f, i) => this.row(f, `field-${i}`))));
  }

  row(field, id) {
    const name = field.key.at(-1);
    const known = field.key.length === 1 && /^[a-z_]+$/.test(name);
    const label = (known && S.labels[name]) || field.label;
    const help = known && S.help[name] !== undefined ? S.help[name] : field.help;
    const about = `${id}-help`, wrong = `${id}-wrong`;
    const input = this.input(field, id, `${about} ${wrong}`);
    const saidWrong = h("p", { class: "wrong", id: wrong });
    this.inputs.set(field.key.join("\0"), { input, field, saidWrong });
    return h("div", { class: `field ${field.kind}` },
      h("label", { for: id }, label, field.required ? h("span", { class: "needed" }, ` (${S.required})`) : null),
      input, this.list(field, id),
      h("p", { class: "quiet", id: about }, [help, field.kind === "list" ? S.listHelp : "", field.kind === "other" ? S.detailsOther : ""].filter(Boolean).join(". ")),
      saidWrong);
  }

  input(field, id, describedby) {
    const props = { id, "aria-describedby": describedby, "data-key": id, autocomplete: "off" };
    const change = () => this.changed(field.key, input);
    let input;
    if (chosen(field)) {
      const words = field.kind === "flag" ? Object.entries(S.detailsFlag) : [["", S.detailsChoose], ...field.choices.map((c) => [c, S.choices[c] || c])];
      input = h("select", { ...props, onchange: change }, words.map(([value, label]) => h("option", { value }, label)));
    } else if (field.kind === "long" || field.kind === "list") {
      input = h("textarea", { ...props, rows: "3", oninput: change });
    } else {
      const type = { date: "date", number: "text" }[field.kind] || "text";
      input = h("input", { ...props, type, inputmode: field.kind === "number" ? "decimal" : null, list: field.choices.length ? `${id}-list` : null, readonly: field.kind === "other", oninput: change });
    }
    return input;
  }

  list(field, id) {
    if (!field.choices.length || chosen(field) || ["list", "long"].includes(field.kind)) return null;
    return h("datalist", { id: `${id}-list` }, field.choices.map((value) => h("option", { value })));
  }

  refresh(field, findings) {
    const row = this.inputs.get(field.key.join("\0"));
    row.field = field;
    const value = Array.isArray(field.value) ? field.value.join("\n") : field.value === null ? "" : String(field.value);
    if (!row.timer && document.activeElement !== row.input && row.input.value !== value) row.input.value = value;
    const here = field.line ? findings.filter((f) => f.start.line === field.line && f.severity !== "note") : [];
    row.saidWrong.textContent = here.map((f) => plainly(f.message)).join(". ");
    row.input.setAttribute("aria-invalid", String(here.length > 0));
  }

  // Goes to a field by one of its names, else by its line in the text, else to the first one.
  focus(line, names) {
    const rows = [...this.inputs.values()];
    const row = rows.find(({ field }) => names.includes(field.key.join())) || rows.find(({ field }) => field.line === line) || rows[0];
    row?.input.focus();
  }

  changed(key, input) {
    const row = this.inputs.get(key.join("\0"));
    clearTimeout(row.timer);
    // one after the other: each answer is an edit of the text that the one before left
    row.timer = setTimeout(() => { this.queue = this.queue.then(() => this.send(row, input)); }, WAIT);
  }

  async send(row, input) {
    const { editor } = this.desk;
    const text = editor.text;
    try {
      const { edits } = await post("desk/value", { text, key: row.field.key, value: valueOf(row.field, input.value) });
      row.timer = null;
      if (editor.text !== text) return void this.changed(row.field.key, input); // typed in the text meanwhile: again
      if (edits.length) editor.change(changesOf(text, edits));
    } catch (error) {
      row.timer = null;
      say(error.message);
    }
  }
}

// Whether one of a few words is chosen, and none is written: other words that are there stay to be changed.
function chosen({ kind, choices, value }) {
  const named = choices.length > 0 && choices.every((c) => S.choices[c]);
  return kind === "choice" || kind === "flag" || (kind === "text" && named && (!value || choices.includes(value)));
}

function valueOf(field, text) {
  if (field.kind === "flag") return text === "" ? null : text === "true";
  if (field.kind === "list") return text.split("\n").map((row) => row.trim()).filter(Boolean);
  if (field.kind === "number") return numberOf(text.trim());
  return field.kind === "long" ? text.replace(/\s+$/, "") : text.trim();
}

// A number as people write it: 34,000 and 34.000 are thousands, 12,50 has a comma for its point.
function numberOf(text) {
  if (/^\d{1,3}([.,'’\s]\d{3})+$/.test(text)) return Number(text.replace(/\D/g, ""));
  return /^\d{1,12}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : text;
}
