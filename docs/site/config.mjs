// The site as VitePress makes it: each Markdown file of the root and of docs/ is a page, at its own path. docs/site/build
// copies this file to target/site-tools/.vitepress, from where the paths below count.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { slug } from 'github-slugger'

const tools = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const root = resolve(tools, '../..')
const repository = 'https://github.com/imageop/imageop'

const read = page => readFileSync(join(root, page), 'utf8')

// The path of a page on the site: a README is the start page of its folder.
const path = page => '/' + page.replace(/README\.md$/, '').replace(/\.md$/, '.html')

// Where a link of a page leads, as a path from the root of the repository.
const target = (page, link) => posix.normalize(posix.join(posix.dirname(page), decodeURI(link))).replace(/\/$/, '')

// Pages that a page lists, in its order; of a page with headings, those under one of them.
function listed(page, heading) {
    const text = heading ? read(page).split(/^## /m).find(part => part.startsWith(heading + '\n')) : read(page)
    const links = [...text.matchAll(/^(?:- |\| )\[.*?\]\(([^)#]+\.md)\)/gm)]
    return [...new Set(links.map(link => target(page, link[1])))]
}

const item = page => ({ text: /^# (.*)$/m.exec(read(page))[1], link: path(page) })
const group = (text, pages, collapsed) => ({ text, items: pages.map(item), collapsed })

const contents = 'docs/README.md'
const decisions = 'docs/decisions/README.md'

const others = readdirSync(root).filter(file => file.endsWith('.md') && !['README.md', 'SPEC.md'].includes(file)).sort()

const sidebar = [
    {
        text: 'Overview',
        items: [{ text: 'What imageop is', link: '/' }, item(contents), { text: 'API (Javadoc)', link: '/api/index.html', target: '_self' }],
    },
    group('Guide', listed(contents, 'Guide'), false),
    group('Reference', ['SPEC.md', ...listed(contents, 'Reference')], false),
    group('Evidence', listed(contents, 'Evidence'), false),
    group('Project', others, false),
    group('Decisions', [decisions, ...listed(decisions)], true),
]

// A page is found by reading on: one that no list has would be missed, by readers and by the check of links.
function allListed(pages) {
    const links = new Set(sidebar.flatMap(part => part.items).map(entry => entry.link))
    const missing = pages.filter(page => !links.has(path(page)))
    if (missing.length > 0) throw new Error(`Not in the lists of ${contents} and ${decisions}: ${missing.join(', ')}`)
}

// Links are written for the repository. Those to pages become links of the site; a folder's page is its README. Files and
// folders that are no pages are shown by the repository.
function links(markdown) {
    markdown.core.ruler.push('links', state => {
        const page = state.env.relativePath === 'index.md' ? 'README.md' : state.env.relativePath.replace(/index\.md$/, 'README.md')
        for (const token of state.tokens.flatMap(block => block.children ?? [])) {
            const [, link, anchor] = /^([^#]*)(.*)$/.exec(token.attrGet?.('href') ?? '')
            if (token.type !== 'link_open' || link === '' || /^[a-z]+:/.test(link)) continue
            const found = target(page, link)
            if (!existsSync(join(root, found))) throw new Error(`${page} has a link to ${found}, which does not exist`)
            const readme = posix.join(found, 'README.md')
            if (/^(docs\/.*|[^/]*)\.md$/.test(found)) token.attrSet('href', path(found) + anchor)
            else if (existsSync(join(root, readme))) token.attrSet('href', path(readme) + anchor)
            else token.attrSet('href', `${repository}/${statSync(join(root, found)).isDirectory() ? 'tree' : 'blob'}/main/${found}${anchor}`)
        }
    })
}

// "### <a id="x"></a>Title": the anchor becomes that of the heading, whose title search would not find behind it.
function anchors(markdown) {
    markdown.core.ruler.before('anchor', 'anchors', state => {
        state.tokens.forEach((token, i) => {
            const inside = state.tokens[i + 1]?.children
            const anchor = token.type === 'heading_open' && /^<a id="(.*)">$/.exec(inside[0]?.content)
            if (!anchor) return
            token.attrSet('id', anchor[1])
            inside.splice(0, 2)
        })
    })
}

// Pages are outside of the folder of the tools, so that Vite does not find from there what each page is rendered with.
const vue = {
    name: 'vue-of-the-tools',
    enforce: 'pre',
    resolveId: (source, importer, { ssr }) => (ssr && /^vue($|\/)/.test(source) ? { id: source, external: true } : null),
}

export default {
    title: 'imageop',
    description: 'One image protocol for Java',
    lang: 'en-GB',
    base: process.env.SITE_BASE ?? '/',
    head: [['link', { rel: 'icon', type: 'image/svg+xml', href: (process.env.SITE_BASE ?? '/') + 'favicon.svg' }]],

    srcDir: root,
    srcExclude: ['!(docs)/*/**', '**/target/**'],
    rewrites: page => page.replace(/README\.md$/, 'index.md'),
    outDir: resolve(root, 'target/site'),
    cacheDir: resolve(tools, 'cache'),

    vite: { plugins: [vue] },

    markdown: {
        anchor: { slugify: slug },
        config(markdown) {
            anchors(markdown)
            links(markdown)
        },
    },

    themeConfig: {
        nav: [
            { text: 'Guide', link: '/docs/guide/getting-started.html', activeMatch: '/docs/guide/' },
            { text: 'Specification', link: '/SPEC.html' },
            { text: 'Errors', link: '/docs/reference/errors.html' },
            { text: 'Benchmarks', link: '/docs/benchmarks.html' },
            { text: 'API', link: '/api/index.html', target: '_self' },
        ],
        sidebar,
        outline: [2, 3],
        search: { provider: 'local' },
        socialLinks: [{ icon: 'github', link: repository }],
        editLink: { pattern: `${repository}/blob/main/:path`, text: 'This page in the repository' },
    },

    buildEnd: site => allListed(site.pages),
}
