/**
 * The only style factory. Everything that keeps the popup in its place is `!important`, which inside a shadow root wins
 * over any rule of the page; everything that is a matter of taste is not, so that `::part()` wins over it.
 * The colour of the text on the accent: lightness 49.44 in CIE Lab is luminance 0.179, where black and white read equally
 * well. Browsers that cannot reckon with colours get a plain button, readable on any surface.
 */
const css = `
:host{all:initial!important;position:fixed!important;z-index:var(--waver-z,2147483000)!important;display:block!important;bottom:20px!important;inset-inline-end:20px!important;width:min(380px,100% - 40px)!important;font-family:var(--waver-font,inherit)!important;font-size:max(16px,1rem)!important;line-height:1.5!important}
:host([data-place=top]){inset-block:20px auto!important}
:host([data-place=beside]){position:absolute!important;inset:var(--_y) auto auto var(--_x)!important;width:min(320px,100vw - 16px)!important}
:host([data-place=modal]){inset:0!important;width:auto!important}
:host([data-place=inline]){position:static!important;width:auto!important}
*{box-sizing:border-box;margin:0;padding:0}
.card{--_ink:var(--waver-text,#1d2530);--_fill:var(--waver-surface,#fff);--_line:rgba(128,128,128,.3);--_round:var(--waver-radius,16px);overflow:auto;overscroll-behavior:contain;scroll-padding-bottom:76px;max-height:min(var(--_room,100vh),100vh - 40px);padding:20px;background:var(--_fill);color:var(--_ink);border:1px solid var(--_line);border-radius:var(--_round);box-shadow:0 2px 6px rgba(16,24,40,.06),0 16px 48px rgba(16,24,40,.18);overflow-wrap:anywhere}
:focus-visible{outline:2px solid var(--_ink);outline-offset:2px}
h2{font-size:1.125em;line-height:1.35;text-wrap:balance;word-break:auto-phrase}
[tabindex]:focus-visible{outline:0}
h2 small{display:block;font-size:.75em;font-weight:400;opacity:.78}
h3{margin-top:20px;font-size:1em}
time{white-space:nowrap}
.body{margin-top:8px;font-size:.9375em}
p,li,.why{unicode-bidi:plaintext}
p+p{margin-top:4px}
.small{font-size:.9333em;opacity:.78}
.fact,.example{margin-top:10px;padding:4px 12px;border:1px solid var(--_line);border-radius:calc(var(--_round)*.5)}
.fact{width:fit-content;font-weight:600;font-variant-numeric:tabular-nums}
.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:16px}
.foot{position:sticky;bottom:-20px;margin:8px -4px -8px;padding:8px 4px;background:var(--_fill)}
button,.go,.file,.pick,.field input{flex:auto;min-height:44px;padding:8px 12px;font:inherit;font-size:.9375em;line-height:1.25;color:inherit;background:none;border:1px solid #808080;border-radius:calc(var(--_round)*.625)}
button,.go,.file,.pick,summary{font-weight:600;cursor:pointer}
.foot button,.foot .go{flex:1;padding:8px}
.row:not(.foot) [part=dismiss]{border-color:transparent}
button:hover,.go:hover,.file:hover,.pick:hover{box-shadow:inset 0 0 0 99px rgba(128,128,128,.12)}
@supports (color:lch(from red l c h)){.main{--_accent:var(--waver-accent,var(--_own,#22405f));color:lch(from var(--_accent) calc((49.44 - l)*infinity) 0 0);background:var(--_accent);border-color:var(--_accent)}}
[aria-disabled]{opacity:.7;cursor:progress}
.why{min-height:32px;margin:6px 0 -8px;margin-inline-start:-8px;padding:4px 8px;border:0;font-size:.8125em;font-weight:400;text-decoration:underline}
.because{margin-top:10px;font-size:.8125em}
ul{padding-inline-start:1.2em}
.form{margin:12px 0 8px}
.picks,.pick,.field,.ends{display:flex;flex-wrap:wrap;align-items:center;gap:8px}
.pick{flex-wrap:nowrap}
.pick input{flex:none;width:20px;height:20px;accent-color:var(--_ink)}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(34px,1fr));gap:4px}
.scale .pick{flex-direction:column;gap:4px;padding:6px 0}
.ends{justify-content:space-between;margin-top:4px}
.field input{min-width:0;font-size:16px}
[aria-invalid]{border-width:2px;border-color:currentColor}
.flaw{margin-bottom:6px;font-weight:600}
img{flex:none;width:48px;height:48px;object-fit:cover;vertical-align:middle;margin-inline-end:8px;border-radius:6px}
.pick img{margin:-2px 0}
.file{position:relative}
.file,.go{text-align:center;align-content:center;text-decoration:none}
.file:focus-within{outline:2px solid var(--_ink);outline-offset:2px}
summary{margin-top:12px;padding:10px 0}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
dialog{position:fixed;inset:0;margin:auto;width:min(560px,100% - 32px);height:fit-content}
dialog[open]{display:flex;flex-direction:column;overflow:hidden}
dialog>.body{margin-inline:-20px;padding:0 20px 4px;overflow:auto;overscroll-behavior:contain}
dialog .foot{position:static;flex:none}
dialog::backdrop{background:rgba(16,24,40,.45)}
.item{display:flex;flex-wrap:wrap;align-items:start;gap:8px 16px;padding:16px 0;border-bottom:1px solid var(--_line)}
.item>:first-child{flex:1 1 14em}
.do{display:flex;flex-wrap:wrap;gap:8px}
.edit{flex:1 1 100%}
fieldset{min-width:0;border:0}
.foot [role=status]{flex:1 1 100%;font-size:.9375em}
@media (max-width:480px){
:host{bottom:0!important;inset-inline:0!important;width:auto!important}
:host([data-place=top]){inset-block:0 auto!important}
:host(:not([data-place=modal])) .card{max-height:min(var(--_room,100vh),max(40vh,min(240px,70vh)));padding:16px}
:host(:not([data-place=modal])) .tall{max-height:min(var(--_room,100vh),max(60vh,min(300px,80vh)))}
:host(:not([data-place])) .card,:host([data-place=sheet]) .card{border-end-start-radius:0;border-end-end-radius:0;padding-bottom:max(16px,env(safe-area-inset-bottom))}
:host(:not([data-place=modal])) .foot{bottom:-16px}
h2{font-size:1.0625em}
.why{min-height:44px}
}
@media (prefers-reduced-motion:no-preference){.card{animation:in .24s cubic-bezier(.2,.7,.3,1)}@keyframes in{from{opacity:0;transform:translateY(10px)}}}
:host([data-place=inline]) .card{position:static;width:auto;max-height:none;box-shadow:none;animation:none}
@media print{:host{display:none!important}}
`;

/** Constructable where there is such a thing; else a `<style>` that carries the tag's nonce. A lazy part adds its own. */
export const style = (root: ShadowRoot, nonce = '', rules = css): void => {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const element = document.createElement('style');
  element.nonce = nonce;
  element.textContent = rules;
  root.append(element);
};
