export const style = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f6f8, #131318);
  --card: light-dark(#fff, #1c1c23);
  --line: light-dark(#dfdfe6, #33333e);
  --ink: light-dark(#1b1b22, #ececf2);
  --quiet: light-dark(#5c5c69, #a2a2b0);
  --accent: light-dark(#5442c9, #a99cff);
  --good: light-dark(#14713d, #5fd08f);
  --bad: light-dark(#b3192d, #ff8593);
  --warn: light-dark(#8a5200, #f0b45c);
  --key: light-dark(#5442c9, #b3a8ff);
  --string: light-dark(#14713d, #8ed6a8);
  --number: light-dark(#a2450c, #f2ab7c);
}
* { box-sizing: border-box; margin: 0 }
body { background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
header { position: sticky; top: 0; z-index: 1; background: var(--card); border-bottom: 1px solid var(--line) }
header, main { padding: 16px max(16px, (100vw - 880px) / 2) }
header > * + * { margin-top: 10px }
header p, #notice { color: var(--quiet) }
h1 { font-size: 20px; line-height: 1.3; letter-spacing: -.01em }
code, pre { font: 13px/1.55 ui-monospace, 'SF Mono', Menlo, Consolas, monospace }
header code { color: var(--ink); overflow-wrap: anywhere }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 10px }
#clear { margin-left: auto }
button {
  font: inherit; font-size: 14px; padding: 5px 12px; color: inherit; cursor: pointer;
  background: transparent; border: 1px solid var(--line); border-radius: 7px;
}
button:hover { border-color: var(--accent); color: var(--accent) }
button:active { background: var(--ground) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
#connection { font-size: 13px; color: var(--quiet) }
#connection::before {
  content: ''; display: inline-block; width: 8px; height: 8px; margin-right: 6px;
  border-radius: 50%; background: var(--warn);
}
#connection[data-state=live]::before { background: var(--good) }
ul, ol { list-style: none; padding: 0 }
#counts { display: flex; flex-wrap: wrap; gap: 8px }
#counts:not(:empty) { margin-bottom: 16px }
#counts li { font-size: 14px; padding: 2px 10px; background: var(--card); border: 1px solid var(--line); border-radius: 99px }
#counts b { margin-left: 2px; font-variant-numeric: tabular-nums }
#counts .refused { order: 1; color: var(--bad) }
#counts .failed { order: 1; color: var(--warn) }
#empty { padding: 64px 0; text-align: center; color: var(--quiet) }
article { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin-bottom: 12px; overflow: hidden }
article.refused { border-color: var(--bad) }
article > :first-child { padding: 10px 14px }
h2 { font-size: 15px; line-height: 1.4 }
time, .try { font-size: 13px; color: var(--quiet); font-variant-numeric: tabular-nums }
.answer { margin-left: auto; font-size: 13px; font-weight: 600; color: var(--warn) }
.accepted .answer { color: var(--good) }
.refused .answer, .issues { color: var(--bad) }
.issues { padding: 0 14px 10px; font-size: 14px }
.issues li { overflow-wrap: anywhere }
pre { max-height: 40em; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; padding: 10px 14px; border-top: 1px solid var(--line); tab-size: 2 }
pre:focus-visible { outline-offset: -2px }
.key { color: var(--key) }
.string { color: var(--string) }
.number { color: var(--number) }
@media (max-width: 520px) {
  header { position: static }
  h1 { font-size: 17px }
}
@media (prefers-reduced-motion: no-preference) {
  article.fresh { animation: arrive .25s ease-out }
  @keyframes arrive { from { opacity: 0; transform: translateY(-6px) } }
}
`
