import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';

export default defineConfig({
  site: 'https://fernhill.example',
  base: '/careers',
  redirects: { '/old-pay': '/careers/pay' },
  integrations: [
    starlight({
      title: 'Fernhill',
      locales: { root: { label: 'English', lang: 'en' }, de: { label: 'Deutsch' } },
    }),
  ],
});
