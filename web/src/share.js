// A link to send: the draft is kept on the server until a day, for whoever has the link.
import { S } from "./strings.js";
import { h, fill, say, dialog } from "./dom.js";
import { post, remove } from "./net.js";
import { copyText } from "./take.js";

const HERE = /^(localhost|127(\.\d+){3}|\[::1\])$/; // a server that only its own computer reaches
const KEPT = "jdlint.links"; // the keys by which links can be deleted; they stay in this browser

export const links = () => {
  try { return JSON.parse(localStorage.getItem(KEPT) || "[]").filter((l) => new Date(l.until) > new Date()); } catch { return []; }
};
const keep = (rows) => { try { localStorage.setItem(KEPT, JSON.stringify(rows)); } catch { /* a private window */ } };
export const keyOf = (token) => links().find((l) => l.token === token)?.key;
export const forget = (token) => keep(links().filter((l) => l.token !== token));
const addressOf = (token) => new URL(`d/${token}`, document.baseURI).href;
export const day = (until) => new Date(until).toLocaleDateString(undefined, { day: "numeric", month: "long", year: "numeric" });

export function shareDialog(desk) {
  const days = h("select", { id: "days" }, [1, 7, 30].map((n) => h("option", { value: n }, S.days(n))));
  days.value = "7";
  const made = h("div", { class: "made-link", "aria-live": "polite" });
  const old = h("div");
  const draw = () => fill(old, links().length ? [h("h3", {}, S.shareOld), h("ul", { class: "links" }, links().map((l) => h("li", {},
    h("span", {}, h("a", { href: addressOf(l.token), target: "_blank", rel: "noopener" }, l.title), h("span", { class: "quiet" }, ` · ${S.sharedUntil(day(l.until))}`)),
    h("button", { type: "button", class: "button small", "aria-label": `${S.shareDelete}: ${l.title}`, onclick: () => drop(l) }, S.shareDelete))))] : null);
  const drop = async (l) => {
    try { await remove(`drafts/${l.token}`, l.key); } catch (error) { if (error.status !== 404) return say(error.message); }
    forget(l.token);
    desk.follow();
    say(S.shareDeleted);
    draw();
  };
  dialog(S.shareTitle, () => [h("p", {}, S.shareHelp),
    h("form", { class: "inline", onsubmit: async (event) => {
      event.preventDefault();
      try {
        const { token, key, until } = await post("drafts", { text: desk.editor.text, path: desk.path || undefined, days: Number(days.value) });
        keep([{ token, key, until, title: desk.title(), path: desk.path }, ...links()]);
        desk.shared(token);
        const field = h("input", { id: "link", readonly: true, value: addressOf(token) });
        fill(made, h("label", { for: "link" }, S.shareLink), field, HERE.test(location.hostname) ? h("p", {}, S.shareHere) : null,
          h("div", { class: "dialog-actions" }, h("a", { class: "button", href: addressOf(token), target: "_blank", rel: "noopener" }, S.shareOpen),
            h("button", { type: "button", class: "button primary", onclick: () => copyText(addressOf(token)) }, S.shareCopy)));
        field.select();
        draw();
      } catch (error) { say(error.message); }
    } }, h("label", { for: "days" }, S.shareDays), days, h("button", { type: "submit", class: "button primary" }, S.shareDo)), made, old]);
  draw();
}
