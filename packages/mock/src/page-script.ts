export const script = String.raw`
const $ = id => document.getElementById(id)
const endpoint = new URL('/api/track', location.href).href
let counts = new Map()
let tries = new Map()

$('endpoint').textContent = endpoint

function element(name, className, ...children) {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}

function outcome({ answer, issues }) {
  if (issues) return ['refused', answer + ' refused']
  if (answer === 'hang') return ['failed', 'no answer']
  if (answer === 'drop') return ['failed', 'connection dropped']
  return answer < 300 ? ['accepted', answer + ' accepted'] : ['failed', answer + ' failed']
}

function kind({ body }) {
  const said = [body?.scope, body?.action].filter(word => typeof word === 'string')
  return said.join(' ') || 'not an event'
}

function count(map, key) {
  map.set(key, (map.get(key) ?? 0) + 1)
  return map.get(key)
}

function coloured(body) {
  const pre = element('pre')
  pre.tabIndex = 0
  pre.setAttribute('aria-label', 'Body')
  if (typeof body === 'string') return pre.append(body || '(empty)'), pre
  const token = /("(?:[^"\\]|\\.)*")(:?)|(-?\d[\d.eE+-]*|true|false|null)|[^"\dtfn-]+|./g
  for (const [all, quoted, colon, literal] of JSON.stringify(body, null, 2).matchAll(token)) {
    if (quoted) pre.append(element('span', colon ? 'key' : 'string', quoted), colon)
    else if (literal) pre.append(element('span', 'number', literal))
    else pre.append(all)
  }
  return pre
}

function card(attempt) {
  const [className, answer] = outcome(attempt)
  const at = new Date(attempt.at)
  const time = element('time', '', at.toLocaleTimeString('en-GB') + '.' + String(at.getMilliseconds()).padStart(3, '0'))
  time.dateTime = at.toISOString()
  const head = element('div', 'bar', element('h2', '', kind(attempt)), time)
  const id = attempt.body?.request_id
  const nth = id === undefined ? 1 : count(tries, id)
  if (nth > 1) head.append(element('span', 'try', 'attempt ' + nth))
  head.append(element('span', 'answer', answer))
  const made = element('article', className, head)
  if (attempt.issues) made.append(element('ul', 'issues', ...attempt.issues.map(issue => element('li', '', issue))))
  made.append(coloured(attempt.body))
  if (Date.now() - attempt.at < 2000) made.classList.add('fresh')
  return made
}

function showCounts() {
  $('counts').replaceChildren(
    ...[...counts].map(([name, number]) => element('li', name, name + ' ', element('b', '', number))),
  )
  $('empty').hidden = counts.size > 0
}

async function ask(method, path, body, done) {
  const headers = { 'content-type': 'application/json' }
  $('notice').textContent = await fetch(path, { method, body, headers }).then(
    answer => (answer.ok ? done : 'No effect: the mock answered with ' + answer.status + '.'),
    () => 'No effect: the mock does not answer.',
  )
}

const stream = new EventSource('events')
stream.onopen = () => connection('live', 'Live')
stream.onerror = () => connection('lost', 'Not connected: is the mock still running?')
function connection(state, words) {
  $('connection').dataset.state = state
  $('connection').textContent = words
}
stream.addEventListener('attempt', ({ data }) => {
  const attempt = JSON.parse(data)
  const [className] = outcome(attempt)
  count(counts, className === 'accepted' ? kind(attempt) : className)
  $('events').prepend(element('li', '', card(attempt)))
  showCounts()
  $('notice').textContent = ''
})
stream.addEventListener('reset', () => {
  counts = new Map()
  tries = new Map()
  $('events').replaceChildren()
  showCounts()
  $('notice').textContent = ''
})

$('clear').onclick = () => ask('DELETE', 'events', undefined, '')
for (const button of document.querySelectorAll('[data-fault]')) {
  button.onclick = () => ask('POST', 'faults', button.dataset.fault, button.dataset.then)
}
`
