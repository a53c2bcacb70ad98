// Saving to the website, where the server may write: never over a page that is newer.
import { S } from "./strings.js";
import { h, say, dialog } from "./dom.js";
import { get, post } from "./net.js";
import { copyText } from "./take.js";

// To where the page lies; a new one gets a name.
export function save(desk) {
  if (desk.path) return send(desk, desk.path, desk.version);
  const field = h("input", { id: "save-as", required: true, autocomplete: "off", "aria-describedby": "save-help", value: "" });
  get("desk/pages").then(({ pages }) => {
    const folders = {};
    for (const path of pages) { const folder = path.split("/").slice(0, -1).join("/"); folders[folder] = (folders[folder] || 0) + 1; }
    const [folder = "jobs"] = Object.entries(folders).sort((a, b) => b[1] - a[1])[0] || [];
    if (!field.value) field.value = (folder ? `${folder}/` : "") + desk.fileName();
  }).catch(() => {});
  dialog(S.saveTitle, (close) => h("form", { onsubmit: (event) => { event.preventDefault(); close(); send(desk, field.value.trim(), ""); } },
    h("label", { for: "save-as" }, S.saveAs), field, h("p", { class: "quiet", id: "save-help" }, S.saveHelp),
    h("div", { class: "dialog-actions" }, h("button", { type: "button", class: "button", onclick: close }, S.cancel),
      h("button", { type: "submit", class: "button primary" }, S.save))));
  field.focus();
}

async function send(desk, path, version) {
  const text = desk.editor.text;
  try {
    const made = await post("desk/save", { path, text, version });
    desk.editor.isOf({ path, version: made.version, savedText: text, tokens: desk.tokens });
    say(S.saved(path));
  } catch (error) {
    if (error.status === 409 && version) dialog(S.saveTitle, (close) => [h("p", {}, S.newer), h("div", { class: "dialog-actions" },
      h("button", { type: "button", class: "button", onclick: close }, S.close),
      h("button", { type: "button", class: "button", onclick: () => copyText(text) }, S.newerCopy),
      h("button", { type: "button", class: "button primary", onclick: () => { close(); desk.bring.open(path); } }, S.newerOpen))]);
    else say(error.message);
  }
}
