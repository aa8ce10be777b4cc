/** The look of the brief on paper and on the screen. White, whatever the theme. */
export const SHEET = `
.brief { color: #161f2a; font: 13px/1.4 'Source Sans 3 Variable', 'Source Sans 3', 'Noto Sans', system-ui, sans-serif; font-variant-numeric: tabular-nums lining-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; color-scheme: light; }
.brief:lang(zh) { font-family: 'Source Sans 3 Variable', 'Source Sans 3', 'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif; }
.brief * { box-sizing: border-box; margin: 0; }
.page { position: relative; display: flex; flex-direction: column; width: 210mm; height: 297mm; padding: 9mm 15mm 7mm; margin: 0 auto; background: #ffffff; }
.page > * { flex: none; }
.page + .page { break-before: page; }
.serif { font-family: 'Source Serif 4 Variable', 'Source Serif 4', Georgia, 'Noto Serif', serif; }
.brief:lang(zh) .serif { font-family: inherit; font-weight: 650; }
.bar { display: flex; justify-content: space-between; gap: 16px; align-items: baseline; padding-bottom: 8px; border-bottom: 1px solid #161f2a; }
.bar h1, .bar p.serif { font-size: 16px; font-weight: 600; }
.bar p:not(.serif) { color: #47515c; text-align: right; }
.bar :not(.named) { flex: none; }
.bar .named { overflow-wrap: anywhere; }
.verdict { display: grid; grid-template-columns: 1fr 148px; gap: 4px 28px; align-items: center; margin: 12px 0 10px; }
.verdict h2 { display: flex; align-items: center; gap: 10px; grid-column: 1 / 3; font-size: 25px; line-height: 1.2; font-weight: 650; }
.verdict h2 svg { flex: none; width: 26px; }
.verdict p { font-size: 15.5px; line-height: 1.42; text-wrap: pretty; }
.brief:lang(zh) .verdict p { font-family: inherit; font-weight: 400; line-height: 1.6; }
.stats { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; border: solid #d8dde1; border-width: 1px 0; padding: 8px 0; margin: 0 0 4px; }
.stats div { padding: 0 12px; border-left: 1px solid #d8dde1; }
.stats div:first-child { padding-left: 0; border: 0; }
.stats dt, .stats .range { font-size: 12px; color: #47515c; }
.stats dd { margin: 0; }
.stats .value { font-size: 20px; font-weight: 650; line-height: 1.25; }
.section { margin-top: 8px; break-inside: avoid; }
.section h3 { font-size: 15.5px; line-height: 1.3; font-weight: 600; }
.section svg { display: block; width: 100%; height: auto; margin-top: 4px; }
.page > .drawn { flex: 0 1 auto; display: flex; flex-direction: column; min-height: 0; }
.drawn > * { flex: none; }
.drawn > svg { flex: 0 1 auto; min-height: 80px; }
.small { font-size: 12px; color: #47515c; }
.section p + table, .section table + p { margin-top: 4px; }
table { width: 100%; border-collapse: collapse; font-size: 12.5px; }
th { font-weight: 400; color: #47515c; text-align: left; vertical-align: bottom; }
th, td { padding: 2px 12px 2px 0; border-bottom: 1px solid #d8dde1; }
th:last-child, td:last-child { padding-right: 0; }
td:first-child { max-width: 250px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.number { text-align: right; white-space: nowrap; }
.framed { border: 1px solid #161f2a; border-radius: 4px; padding: 10px 14px 8px; }
.line { height: 21px; border-bottom: 1px solid #b9c0c7; }
.line + .small { padding-top: 6px; }
.options { display: flex; flex-wrap: wrap; gap: 4px 24px; padding: 6px 0 0; list-style: none; }
.options li::before { content: ''; display: inline-block; width: 11px; height: 11px; margin-right: 8px; border: 1.2px solid #161f2a; border-radius: 2px; vertical-align: -1px; }
.signatures { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 18px; margin-top: 30px; }
.signatures p { border-top: 1px solid #161f2a; padding-top: 4px; font-size: 12px; }
.page > .fill { flex: 1; }
.foot { display: flex; justify-content: space-between; gap: 16px; padding-top: 6px; border-top: 1px solid #d8dde1; font-size: 12px; color: #47515c; overflow-wrap: anywhere; }
.limits { padding-bottom: 8px; font-size: 12px; color: #47515c; }
@media screen { .page { margin-bottom: 16px; box-shadow: 0 1px 8px rgb(22 31 42 / 0.25); } }
@media screen and (max-width: 820px) { .page { width: auto; height: auto; padding: 20px 16px; } .verdict { grid-template-columns: 1fr; } .verdict h2 { grid-column: auto; } .stats { grid-auto-flow: row; grid-template-columns: 1fr 1fr; gap: 10px 0; } .section { overflow-x: auto; } .section svg { min-width: 560px; } }
`;

/** Of a document that holds nothing else; the margins are those of the pages themselves. */
export const PAPER = `
@page { size: A4; margin: 0; }
html { background: #e4e8eb; }
body { margin: 0; }
@media print { html { background: #ffffff; } }
`;
