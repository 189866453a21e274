// Fails if a link of the site leads to no file, or to no anchor of its page. Links to other sites are not followed.
// Arguments: the folder of the site, and the path under which it is served.
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { Parser } from 'htmlparser2'

const [folder, base] = process.argv.slice(2)
const site = new URL(base, 'https://site.invalid')

const files = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(folder.length).split(sep).filter(Boolean).join('/')),
)

// The anchors of a page, and what its links say.
function parse(file) {
    const anchors = new Set(['', 'top'])
    const links = []
    const parser = new Parser({
        onopentag(name, attributes) {
            if (attributes.id) anchors.add(attributes.id)
            if (name === 'a' && attributes.name) anchors.add(attributes.name)
            for (const link of [attributes.href, attributes.src]) if (link !== undefined) links.push(link)
        },
    })
    parser.end(readFileSync(join(folder, file), 'utf8'))
    return { anchors, links }
}

const pages = new Map([...files].filter(file => file.endsWith('.html')).map(file => [file, parse(file)]))

// What is wrong with a link, or nothing.
function fault(page, link) {
    const url = new URL(link, new URL(page, site))
    if (url.origin !== site.origin) return
    if (!url.pathname.startsWith(site.pathname)) return 'outside of the site'
    const file = decodeURIComponent(url.pathname.slice(site.pathname.length)).replace(/(^|\/)$/, '$1index.html')
    if (!files.has(file)) return 'no such file'
    if (pages.has(file) && !pages.get(file).anchors.has(decodeURIComponent(url.hash.slice(1)))) return 'no such anchor'
}

let checked = 0
let broken = 0
for (const [page, { links }] of pages) {
    for (const link of new Set(links)) {
        const found = fault(page, link)
        checked++
        if (!found) continue
        broken++
        console.error(`${page}: ${link}: ${found}`)
    }
}
if (broken > 0) {
    console.error(`${broken} broken links`)
    process.exit(1)
}
if (pages.size === 0) throw new Error(`${folder} has no pages`)
console.log(`${checked} links of ${pages.size} pages lead somewhere`)
