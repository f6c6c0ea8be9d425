/** A field of an account's own may nest 100 levels deep, and stands four levels below the event itself. */
const maxLevels = 128
/** Of all objects together. An event has some forty. */
const maxNames = 2_000
/** An order of 10,000 lines has 10,000. */
const maxObjects = 50_000

/**
 * What is too much about some JSON, as what was expected instead; nothing where it is within the limits.
 *
 * It is told from the text alone: 512 KiB of levels, of names that are all different, or of empty objects keep `JSON.parse`
 * and what reads its result busy for up to a hundred times as long as an ordinary event of that size.
 */
export function beyondLimits(json: string): string | undefined {
  const names = new Set<string>()
  let level = 0
  let objects = 0
  for (let at = 0; at < json.length; at++) {
    switch (json[at]) {
      case '"': {
        const end = endOfText(json, at)
        if (isName(json, end)) names.add(json.slice(at, end))
        if (names.size > maxNames) return `at most ${maxNames} different names of fields`
        at = end
        break
      }
      case '{':
      case '[':
        if (++level > maxLevels) return `at most ${maxLevels} levels, one within the other`
        if (++objects > maxObjects) return `at most ${maxObjects} objects and lists`
        break
      case '}':
      case ']':
        level--
    }
  }
  return undefined
}

/** Where the quote stands that ends the text begun at a quote: the next one with an even number of backslashes before it. */
function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let escapes = end
    while (json[escapes - 1] === '\\') escapes--
    if ((end - escapes) % 2 === 0) return end
  }
  return json.length
}

/** Whether the text that ends here is a field's name: then a colon follows. */
function isName(json: string, end: number): boolean {
  let next = end + 1
  while (json[next] === ' ' || json[next] === '\n' || json[next] === '\r' || json[next] === '\t') next++
  return json[next] === ':'
}
