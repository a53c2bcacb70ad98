module.exports = {
  title: 'Fernhill Energy',
  url: 'https://fernhill.example',
  baseUrl: '/careers/',
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  onBrokenMarkdownLinks: 'ignore',
  presets: [
    ['classic', {docs: {routeBasePath: 'handbook'}, blog: {routeBasePath: 'news', onUntruncatedBlogPosts: 'ignore'}}],
  ],
};
