import {defineConfig} from "astro/config";
import mdx from "@astrojs/mdx";

export default defineConfig({
  site: "https://fernhill.example",
  base: "/careers",
  integrations: [mdx()],
  redirects: {"/old-values": "/handbook/values"},
});
