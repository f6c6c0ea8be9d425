import { script } from './page-script.js'
import { style } from './page-style.js'

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='6' fill='none' stroke='%236d5ae6' stroke-width='4'/%3E%3C/svg%3E"

/** The live page: one document with nothing to load. */
export const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>What Ometria received</title>
<link rel="icon" href="${icon}">
<style>${style}</style>
</head>
<body>
<header>
  <div class="bar">
    <h1>What Ometria received</h1>
    <span id="connection" data-state="connecting">Connecting</span>
    <button id="clear" type="button">Clear</button>
  </div>
  <p>Events posted to <code id="endpoint"></code> appear here as they arrive, the newest first.</p>
  <div class="bar" role="group" aria-label="Faults">
    <button type="button" data-fault='{"status":500}' data-then="The next event is answered with 500.">Fail the next with 500</button>
    <button type="button" data-fault='{"status":429,"retryAfter":5}' data-then="The next event is answered with 429 and Retry-After: 5.">429 for 5 s</button>
    <button type="button" data-fault='{"hang":true}' data-then="The next event gets no answer until you press Clear.">Hang the next</button>
    <span id="notice" role="status"></span>
  </div>
</header>
<main>
  <ul id="counts" aria-label="Events by kind"></ul>
  <p id="empty">Nothing has arrived yet.</p>
  <ol id="events" aria-label="Events, the newest first"></ol>
</main>
<script>${script}</script>
</body>
</html>
`
