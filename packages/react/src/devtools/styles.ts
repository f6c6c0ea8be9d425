const light = `
  color-scheme: light;
  --paper: #fff; --raised: #f5f7f9; --line: #d8dee5; --ink: #1b2127; --soft: #56606b;
  --accent: #0b5cad; --good: #0f6b3d; --bad: #b3261e; --wait: #815300;`

const dark = `
  color-scheme: dark;
  --paper: #14181c; --raised: #1d2329; --line: #343c45; --ink: #e9edf1; --soft: #a3adb8;
  --accent: #85bdff; --good: #6fd19a; --bad: #ff9d91; --wait: #f2c46d;`

/** The whole look. It stands in a shadow root, so it meets no style of the shop in either direction. */
export const styles = `
:host { all: initial !important; display: block !important; height: 100% !important; }
:host([data-floating]) { height: 0 !important; }
* { box-sizing: border-box; }
.root { ${light}
  font: 13px/1.45 system-ui, sans-serif; color: var(--ink); height: 100%; text-align: left; }
@media (prefers-color-scheme: dark) { .root { ${dark} } }
.root[data-theme=light] { ${light} }
.root[data-theme=dark] { ${dark} }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; margin: 0; }

.toggle { position: fixed; z-index: 2147483000; right: 12px; bottom: 72px; padding: 7px 12px; border-radius: 99px;
  background: var(--paper); box-shadow: 0 2px 10px #0004; font-weight: 600; }
.dock { position: fixed; z-index: 2147483001; inset: auto 0 0; height: min(55vh, 560px); box-shadow: 0 -4px 24px #0003; }
@media (max-width: 600px) { .dock { height: 75vh; } }

.panel { display: flex; flex-direction: column; height: 100%; background: var(--paper); border-top: 1px solid var(--line); }
.bar { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; padding: 8px 12px; border-bottom: 1px solid var(--line); }
.bar h2 { font: inherit; font-weight: 700; margin: 0 4px 0 0; }
.push { margin-left: auto; }
.search { flex: 1 1 140px; min-width: 0; max-width: 320px; }

button, select, input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 3px 9px; margin: 0; min-height: 28px; }
button { cursor: pointer; }
button:hover { background: var(--raised); border-color: var(--soft); }
button[aria-pressed=true] { background: var(--wait); border-color: var(--wait); color: var(--paper); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
label { display: inline-flex; gap: 6px; align-items: center; color: var(--soft); }
label select, label input { color: var(--ink); }

.facts { display: flex; flex-wrap: wrap; gap: 2px 20px; margin: 0; padding: 7px 12px; background: var(--raised); border-bottom: 1px solid var(--line); }
.facts div { display: flex; gap: 6px; min-width: 0; }
dt { color: var(--soft); }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
code, pre { font: 12px/1.5 ui-monospace, monospace; }
.fault { margin: 0; padding: 8px 12px; color: var(--bad); border-bottom: 1px solid var(--line); }

.events { flex: 1; overflow: auto; margin: 0; padding: 0; list-style: none; }
.events > li { border-bottom: 1px solid var(--line); }
.empty { padding: 20px 12px; color: var(--soft); margin: 0; max-width: 60ch; }
.row { display: grid; grid-template-columns: 12px 64px 110px minmax(0, 1fr) auto 56px; gap: 0 10px; align-items: baseline; width: 100%;
  border: 0; border-radius: 0; padding: 5px 12px; text-align: left; background: none; }
.row:focus-visible { outline-offset: -2px; }
.row[aria-expanded=true] { background: var(--raised); }
.row::before { content: '›'; color: var(--soft); }
.row[aria-expanded=true]::before { content: '⌄'; }
.time, .took { color: var(--soft); font-variant-numeric: tabular-nums; }
.took { text-align: right; }
.kind { font-weight: 600; }
.says { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.state { display: inline-flex; gap: 6px; align-items: baseline; white-space: nowrap; font-variant-numeric: tabular-nums; }
.state::before { content: ''; width: 8px; height: 8px; border-radius: 50%; background: currentColor; flex: none; }
.good { color: var(--good); } .bad { color: var(--bad); } .wait { color: var(--wait); } .quiet { color: var(--soft); }
.odd { color: var(--wait); }
@media (max-width: 600px) {
  .panel { overflow: auto; }
  .events { flex: none; overflow: visible; }
  .row { grid-template-columns: 12px minmax(0, 1fr) auto; }
  .time, .took { display: none; }
  dd code.id { display: inline-block; max-width: 9ch; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: bottom; }
  .says { grid-column: 2 / -1; grid-row: 2; color: var(--soft); }
}

.details { padding: 10px 12px 14px 34px; background: var(--raised); }
@media (max-width: 600px) { .details { padding-left: 12px; } }
.details > :first-child { margin-top: 0; }
.details h3 { font: inherit; font-weight: 600; margin: 12px 0 4px; }
.details p { margin: 6px 0; max-width: 80ch; }
.details pre { margin: 0; padding: 8px 10px; max-height: 260px; overflow: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; }
.details ul, .details ol { margin: 4px 0; padding-left: 20px; }
.advice { padding: 8px 10px; border-left: 3px solid currentColor; background: var(--paper); }
.advice span { color: var(--ink); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr)); gap: 0 20px; }
.actions { display: flex; flex-wrap: wrap; gap: 6px; }
`
