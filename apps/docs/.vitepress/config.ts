import { slug } from 'github-slugger'
import { defineConfig } from 'vitepress'
import { headlessTables } from './headless-tables.js'
import { linksOnSite } from './links.js'
import { literalCode } from './literal-code.js'
import { writeMarkdown } from './markdown.js'
import { notPages, pageOf } from './pages.js'
import { sidebar } from './sidebar.js'
import { vueFromHere } from './vue-from-here.js'

export default defineConfig({
  title: 'Ometria for React',
  description:
    'Tracking for React storefronts: every basket change and every order arrives at Ometria, once.',
  lang: 'en',
  srcDir: '../..',
  srcExclude: notPages,
  rewrites: file => pageOf(file) ?? file,
  outDir: 'dist',
  cacheDir: 'cache',
  cleanUrls: true,
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // The same anchors as on GitHub.
    anchor: { slugify: slug },
    config: md => void md.use(linksOnSite).use(literalCode).use(headlessTables),
  },
  themeConfig: {
    nav: [
      { text: 'Start', link: '/' },
      { text: 'Guides', link: '/orders' },
      { text: 'Something is wrong', link: '/troubleshooting' },
      { text: 'Reference', link: '/reference/ometria-react' },
    ],
    sidebar: sidebar(),
    outline: [2, 3],
    search: { provider: 'local' },
    footer: { message: 'MIT licensed. Not made by Ometria.' },
  },
  vite: { plugins: [vueFromHere] },
  transformHead: ({ siteData, pageData }) => [
    ['link', { rel: 'alternate', type: 'text/markdown', href: siteData.base + pageData.relativePath }],
  ],
  buildEnd: ({ outDir, site }) => writeMarkdown(outDir, site),
})
