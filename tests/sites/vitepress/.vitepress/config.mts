export default { title: 'Harbour', base: '/careers/', cleanUrls: true, ignoreDeadLinks: true, rewrites: { 'crew/cook.md': 'kitchen/cook.md' } }
