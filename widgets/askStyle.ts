/** How questions look, in a popup and in the preference centre. */
export const askStyle = `
.form{margin:12px 0 8px}
.picks{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(130px,100%),1fr));gap:8px}
.pick,.field,.ends{display:flex;flex-wrap:wrap;align-items:center;gap:8px}
.pick{flex-wrap:nowrap}
.pick input{flex:none;width:20px;height:20px;accent-color:var(--w_ink)}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(24px,1fr));gap:2px}
.scale .pick{flex-direction:column;gap:4px;padding:6px 0}
.ends{justify-content:space-between;margin-top:4px}
.field input{min-width:0;font-size:16px}
[aria-invalid]{border-width:2px;border-color:currentColor}
.flaw{font-weight:600}
.flaw:not(:empty){margin-bottom:6px}
h2 small{display:block;font-size:.75em;font-weight:400;opacity:.78}
img{flex:none;width:48px;height:48px;object-fit:cover;vertical-align:middle;margin-inline-end:8px;border-radius:6px}
.pick img{margin:-2px 0}
`;
