import markdownIt from "markdown-it";
import anchor from "markdown-it-anchor";

export default function (config) {
  config.setLibrary("md", markdownIt({html: true}).use(anchor));
  config.addPassthroughCopy("src/img");
  return {dir: {input: "src", output: "_site"}, pathPrefix: "/careers/"};
}
