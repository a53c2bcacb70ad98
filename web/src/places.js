// The server counts code points, lines and columns from 1; the editor counts UTF-16 units from 0.
const WIDE = /[\ud800-\udbff]/;

export function offsetIn(line, column) {
  if (!WIDE.test(line)) return Math.min(column - 1, line.length);
  let units = 0;
  for (const character of line) {
    if (--column < 1) break;
    units += character.length;
  }
  return units;
}

export function placeIn(doc, { line, column }) {
  if (line > doc.lines) return doc.length;
  const found = doc.line(line);
  return found.from + offsetIn(found.text, column);
}

// Code points before a place, for a question; and back, for edits that are answered.
export function points(text, units) {
  return WIDE.test(text) ? [...text.slice(0, units)].length : units;
}

export function changesOf(text, edits) {
  if (!WIDE.test(text)) return edits.map((e) => ({ from: e.start, to: e.end, insert: e.text }));
  const starts = [0];
  for (const character of text) starts.push(starts.at(-1) + character.length);
  return edits.map((e) => ({ from: starts[e.start], to: starts[e.end], insert: e.text }));
}
