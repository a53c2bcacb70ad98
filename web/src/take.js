// The text going out: copied as Markdown, as formatted text, as plain text, or as a file.
import { S } from "./strings.js";
import { h, say } from "./dom.js";
import { previewOf } from "./preview.js";

// Plain words as they would be read out, with marks for items and blank lines between paragraphs.
export function plainOf(node) {
  const out = [];
  const walk = (element, indent) => {
    for (const child of element.children) {
      const name = child.tagName;
      if (name === "UL" || name === "OL") {
        [...child.children].forEach((item, i) => {
          const own = [...item.childNodes].filter((n) => !["UL", "OL"].includes(n.nodeName)).map((n) => n.textContent).join("").trim();
          out.push(`${indent}${name === "OL" ? `${i + 1}.` : "•"} ${own}\n`);
          for (const inner of item.children) if (["UL", "OL"].includes(inner.tagName)) walk({ children: [inner] }, `${indent}  `);
        });
        if (!indent) out.push("\n");
      } else if (name === "TABLE") {
        for (const row of child.rows) out.push(`${[...row.cells].map((c) => c.textContent.trim()).join("\t")}\n`);
        out.push("\n");
      } else if (["DIV", "BLOCKQUOTE", "DETAILS"].includes(name)) walk(child, indent);
      else if (child.textContent.trim()) out.push(`${child.textContent.trim()}\n\n`);
    }
  };
  walk(node, "");
  return `${out.join("").replace(/\n{3,}/g, "\n\n").trim()}\n`;
}

async function write(items) {
  try {
    if (items["text/html"] && window.ClipboardItem && navigator.clipboard?.write) {
      const blobs = Object.fromEntries(Object.entries(items).map(([type, text]) => [type, new Blob([text], { type })]));
      await navigator.clipboard.write([new ClipboardItem(blobs)]);
    } else if (navigator.clipboard?.writeText) await navigator.clipboard.writeText(items["text/plain"]);
    else old(items);
    say(S.copied);
  } catch {
    try { old(items); say(S.copied); } catch { say(S.cannotCopy); }
  }
}

// Where the page is not served over https or from this machine, browsers have only this.
function old(items) {
  const put = (event) => {
    event.preventDefault();
    for (const [type, text] of Object.entries(items)) event.clipboardData.setData(type, text);
  };
  document.addEventListener("copy", put, { once: true });
  if (!document.execCommand("copy")) throw new Error("refused");
}

export const copyText = (text) => write({ "text/plain": text });

export async function copyHtml(text) {
  try {
    const body = await previewOf(text);
    await write({ "text/html": body.innerHTML, "text/plain": plainOf(body) });
  } catch (error) { say(error.message); }
}

export async function copyPlain(text) {
  try { await write({ "text/plain": plainOf(await previewOf(text)) }); } catch (error) { say(error.message); }
}

export function download(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
