// Markdown for the editor: the parser alone, without the languages that may stand in code.
import { parser, GFM } from "@lezer/markdown";
import { Language, LanguageSupport, defineLanguageFacet } from "@codemirror/language";
import { tags, styleTags } from "@lezer/highlight";

// The lines between “---” on top are one block of their own, and no heading.
const frontMatter = {
  defineNodes: [{ name: "FrontMatter", block: true }],
  props: [styleTags({ FrontMatter: tags.meta })],
  parseBlock: [{
    name: "FrontMatter",
    before: "HorizontalRule",
    parse(cx, line) {
      if (cx.lineStart !== 0 || !/^(---|\+\+\+)\s*$/.test(line.text)) return false;
      const fence = line.text.slice(0, 3);
      while (cx.nextLine()) {
        if (line.text.trimEnd() === fence) break;
      }
      const end = cx.lineStart + line.text.length;
      cx.nextLine();
      cx.addElement(cx.elt("FrontMatter", 0, end));
      return true;
    },
  }],
};

const data = defineLanguageFacet({ commentTokens: { block: { open: "<!--", close: "-->" } } });
export const markdown = () => new LanguageSupport(new Language(data, parser.configure([GFM, frontMatter]), [], "markdown"));
