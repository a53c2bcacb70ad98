// Texts that come in: Word files, pastes with formatting, pages of the site, a posting to fill in.
import { S } from "./strings.js";
import { h, fill, say, hush, dialog } from "./dom.js";
import { get, post, upload } from "./net.js";

const quoted = (title) => JSON.stringify(title);
const whole = ({ text, title }) => (title ? `---\ntitle: ${quoted(title)}\n---\n\n${text}` : text);
const part = ({ text, title }) => (title ? `## ${title}\n\n${text}` : text);

// Whether a paste has more than its plain words: headings, lists, links or tables.
const formatted = (html) => /<(h[1-6]|ul|ol|li|table|a\s[^>]*href|b|strong)\b|mso-list|font-weight:\s*(bold|[6-9]00)/i.test(html);

export class Bring {
  constructor(desk) {
    this.desk = desk;
    this.file = h("input", { type: "file", accept: ".docx", hidden: true, tabindex: "-1", onchange: () => {
      const [file] = this.file.files;
      this.file.value = "";
      if (file) this.word(file);
    } });
    document.body.append(this.file);
    this.dropping();
  }

  choose() { this.file.click(); }

  async word(file) {
    if (!/\.docx$/i.test(file.name)) return say(S.notWord);
    say(S.importing);
    try {
      const made = await upload("desk/import", file);
      hush();
      this.desk.replace(whole(made), () => this.told(made, S.imported));
    } catch (error) { say(error.message); }
  }

  // What could not be kept is said where it cannot be overlooked.
  told(made, well) {
    if (!made.said.length) return say(made.headings ? `${well}. ${S.madeHeadings(made.headings)}` : well);
    dialog(S.importedTitle, (close) => [h("ul", { class: "said" }, [...made.said, made.headings && S.madeHeadings(made.headings)].filter(Boolean).map((row) => h("li", {}, row))),
      h("div", { class: "dialog-actions" }, h("button", { type: "button", class: "button primary", onclick: close }, S.close))]);
  }

  paste(event) {
    const data = event.clipboardData;
    const word = [...(data?.files || [])].find((f) => /\.docx$/i.test(f.name));
    if (word) { event.preventDefault(); this.word(word); return true; }
    const html = data?.getData("text/html") || "", text = data?.getData("text/plain") || "";
    if (!html || html.length > 900_000 || !formatted(html) || /^---\s*\n/.test(text) || /^#{1,6} /m.test(text)) return this.pasteWhole(event, text);
    event.preventDefault();
    this.pasteHtml(html, text);
    return true;
  }

  // A whole posting that is pasted where nothing is; a few words are left to the editor.
  pasteWhole(event, text) {
    if (!this.desk.editor.bare || !/\n.*\n/.test(text)) return false;
    event.preventDefault();
    this.insert(text);
    return true;
  }

  insert(text) {
    const { bare } = this.desk.editor;
    this.desk.editor.insert(text);
    if (bare) this.desk.fromTop();
  }

  async pasteHtml(html, text) {
    const { editor } = this.desk;
    try {
      const made = await post("desk/paste", { html });
      this.insert((editor.bare ? whole : part)(made));
      this.told(made, S.pasted);
    } catch { this.insert(text); }
  }

  async template() {
    try {
      const { text } = await post("desk/start", {});
      this.desk.replace(text);
    } catch (error) { say(error.message); }
  }

  async page() {
    let pages;
    try { ({ pages } = await get("desk/pages")); } catch (error) { return say(error.message); }
    const list = h("ul", { class: "pages" });
    const filter = h("input", { id: "filter", type: "search", autocomplete: "off", oninput: () => draw() });
    const box = dialog(S.openTitle, () => [h("label", { for: "filter" }, S.openFilter), filter, list], "wide");
    const draw = () => {
      const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      const found = pages.filter((path) => words.every((word) => path.toLowerCase().includes(word)));
      const rows = found.slice(0, 100).map((path) => h("li", {}, h("button", { type: "button", onclick: () => { box.close(); this.open(path); } },
        h("span", { class: "strong" }, nameOf(path)), h("span", { class: "quiet" }, path))));
      if (!found.length) rows.push(h("li", { class: "empty" }, pages.length ? S.openNone : S.openEmpty));
      if (found.length > 100) rows.push(h("li", { class: "quiet" }, S.openMany(found.length - 100)));
      fill(list, rows);
    };
    draw();
    filter.focus();
  }

  async open(path) {
    try {
      const { text, version } = await post("desk/open", { path });
      this.desk.replace(text, () => {}, { path, version, savedText: text });
    } catch (error) { say(error.message); }
  }

  dropping() {
    const veil = h("div", { class: "drop-veil", hidden: true }, h("p", {}, S.dropHere));
    document.body.append(veil);
    const files = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
    document.addEventListener("dragenter", (event) => { if (files(event)) veil.hidden = false; });
    document.addEventListener("dragover", (event) => { if (files(event)) event.preventDefault(); });
    document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) veil.hidden = true; });
    document.addEventListener("drop", (event) => {
      veil.hidden = true;
      if (!files(event)) return;
      event.preventDefault();
      event.stopPropagation();
      this.word(event.dataTransfer.files[0]);
    }, true);
  }
}

const nameOf = (path) => {
  const parts = path.replace(/(\.\w+)+$/, "").split("/");
  const name = /^(_?index|readme)$/i.test(parts.at(-1)) && parts.length > 1 ? parts.at(-2) : parts.at(-1);
  return name.replace(/[-_]+/g, " ").replace(/^\w/, (c) => c.toUpperCase());
};
