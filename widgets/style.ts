import { themes } from './themes';

/**
 * The only style factory. Everything that keeps the popup in its place is `!important`, which inside a shadow root wins
 * over any rule of the page; everything that is a matter of taste is not, so that `::part()` wins over it. What only a lazy
 * part shows stands with it.
 * Luminance 0.179 is where black and white read equally well, 4.58:1: so is the text on the accent chosen, and on a surface
 * of the shop's own that comes without a text. The edge of the chief button is half accent, half text: 3:1 and more on the
 * card for any accent. Browsers that cannot reckon with colours get a plain button, readable on any surface.
 * Heights are shares of the host and of the window, not `vh`: where the page is zoomed by CSS, that would be too high.
 */
const css = `
:host{all:initial!important;position:fixed!important;z-index:var(--waver-z,2147483000)!important;display:flex!important;flex-direction:column!important;bottom:calc(max(20px,env(safe-area-inset-bottom)) + var(--w_up,0px))!important;inset-inline-end:max(20px,env(safe-area-inset-left),env(safe-area-inset-right))!important;width:min(380px,100% - 40px)!important;max-height:calc(min(var(--w_room,100%),100%) - 40px)!important;font-family:var(--waver-font,var(--w_font,inherit))!important;line-height:1.5!important}
:host::backdrop{display:none!important}
:host::before,:host::after{content:none!important}
:host([data-typing]){visibility:hidden!important}
:host([data-place=top]){inset-block:20px auto!important}
:host([data-place=beside]){position:absolute!important;inset:var(--w_y) auto auto var(--w_x)!important;width:min(320px,100% - 16px)!important}
:host([data-place=bar]){inset-inline:0!important;bottom:var(--w_up,0px)!important;width:auto!important}
:host([data-place=teaser]){width:auto!important;max-width:min(320px,100% - 40px)!important}
:host([data-place=dialog]){inset:0!important;width:auto!important;max-height:none!important}
:host([data-place=inline]){position:static!important;width:auto!important;max-height:none!important}
:host>div{display:contents}
*{box-sizing:border-box;margin:0;padding:0}
[hidden]{display:none!important}
.card,.teaser{--w_ink:var(--waver-text,var(--w_auto,var(--w_text,#1d2530)));--w_accent:var(--waver-accent,var(--w_own,var(--w_tint,#22405f)));--w_knob:calc(var(--waver-radius)*.625);--w_fill:var(--waver-surface,var(--w_surface,#fff));--w_rule:var(--w_line,rgba(128,128,128,.3));--w_round:var(--waver-radius,var(--w_corner,16px));background:var(--w_fill);color:var(--w_ink);border:1px solid var(--w_rule);box-shadow:var(--w_shade,0 2px 6px rgba(16,24,40,.06),0 16px 48px rgba(16,24,40,.18));overflow-wrap:anywhere}
.card{position:relative;min-height:0;overflow:auto;scroll-padding-bottom:76px;padding:20px;border-radius:var(--w_round)}
:focus-visible{outline:2px solid var(--w_ink);outline-offset:2px}
h2{font-size:1.125em;line-height:1.35;text-wrap:balance;word-break:auto-phrase}
[tabindex]:focus-visible{outline:0}
time{white-space:nowrap}
.body{margin-top:8px;font-size:.9375em}
p+p,ul+p{margin-top:4px}
.small{font-size:.9333em;opacity:.78}
.fact,.example{margin-top:10px;padding:4px 12px;border:1px solid var(--w_rule);border-radius:calc(var(--w_round)*.5)}
.fact{width:fit-content;font-weight:600;font-variant-numeric:tabular-nums}
.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:16px}
.foot{position:sticky;bottom:-20px;margin:8px -4px -8px;padding:8px 4px;background:var(--w_fill);box-shadow:0 -8px 8px -4px var(--w_fill)}
button,.go,.pick,.field input{flex:auto;min-height:44px;padding:8px 12px;font:inherit;font-size:.9375em;line-height:1.25;color:inherit;background:none;border:1px solid #808080;border-radius:var(--w_knob,var(--w_pill,calc(var(--w_round)*.625)))}
button,.go,.pick{font-weight:600;cursor:pointer}
.foot button,.foot .go{flex:1;padding:8px}
.go{text-align:center;align-content:center;text-decoration:none}
.row:not(.foot) [part=dismiss]{border-color:transparent}
button:hover,.go:hover,.pick:hover{box-shadow:inset 0 0 0 99px rgba(128,128,128,.12)}
@supports (color:color(from red xyz clamp(0,y,1) y y)){.card,.teaser{--w_bw:clamp(0,(.179 - y)*infinity,2);--w_auto:color(from var(--waver-surface) xyz var(--w_bw) var(--w_bw) var(--w_bw));--w_rim:color-mix(in lab,var(--w_accent),var(--w_ink))}.main{color:color(from var(--w_accent) xyz var(--w_bw) var(--w_bw) var(--w_bw));background:var(--w_accent);border-color:var(--w_rim)}}
[aria-disabled]{opacity:.7;cursor:progress}
.why{min-height:32px;margin:6px 0 -8px;margin-inline-start:-8px;padding:4px 8px;border:0;font-size:.8125em;font-weight:400;text-decoration:underline}
.because{margin-top:10px;font-size:.8125em}
ul{padding-inline-start:1.2em}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.pad h2{padding-inline-end:28px}
.smaller{position:absolute;top:10px;inset-inline-end:10px;width:36px;min-height:36px;padding:0;border:0}
.smaller:before,.teaser:before{content:"";display:inline-block;width:.5em;height:.5em;border:solid;border-width:0 2px 2px 0;transform:translateY(-25%) rotate(45deg)}
.teaser{position:relative;flex:none;padding:8px 20px;padding-inline-start:40px;border-radius:min(22px,var(--w_round)*9);text-align:start}
.teaser:before{position:absolute;inset-inline-start:20px;top:20px;transform:rotate(225deg)}
dialog{overscroll-behavior:contain;position:fixed;inset:0 0 max(var(--w_up,0px),env(safe-area-inset-bottom));margin:auto;width:min(480px,100% - 32px);height:fit-content;max-height:calc(min(var(--w_room,100%),100%) - 32px)}
dialog::backdrop{background:rgba(16,24,40,.45)}
:host([data-place=bar]) .body>ol{display:none}
:host([data-place=bar]) .card{border-end-start-radius:0;border-end-end-radius:0}
@media (min-width:720px){
:host([data-place=bar]) .card{display:grid;grid-template-columns:1fr repeat(3,auto);align-items:center;gap:2px 16px;padding:12px max(20px,50% - 600px);border-width:1px 0 0;border-radius:0}
:host([data-place=bar]) .card>*{grid-column:1/-1;margin-block:0}
:host([data-place=bar]) .card>h2,:host([data-place=bar]) .card>h2+*{grid-column:1;padding:0}
:host([data-place=bar]) .body>:not(ol,progress){display:inline-block;margin-block:0;margin-inline-end:8px}
:host([data-place=bar]) .foot{grid-area:1/2/3;position:static;flex-wrap:nowrap;padding:0;white-space:nowrap}
:host([data-place=bar]) .foot>*{padding-inline:20px}
:host([data-place=bar]) .why{grid-area:1/3/3}
@media (max-width:959px){:host([data-place=bar]) .why{grid-area:3/1;justify-self:start}}
:host([data-place=bar]) .smaller{grid-area:1/4/3;position:static}
}
@media (max-width:480px){
:host{bottom:var(--w_up,0px)!important;inset-inline:0!important;width:auto!important;max-height:min(var(--w_room,100%),max(40%,min(240px,70%)))!important}
:host([data-tall]){max-height:min(var(--w_room,100%),max(60%,min(300px,80%)))!important}
:host([data-place=bar]){max-height:min(var(--w_room,100%),max(30%,min(200px,60%)))!important}
:host([data-place=top]){inset-block:0 auto!important}
:host([data-place=teaser]){bottom:max(12px,env(safe-area-inset-bottom))!important;inset-inline:auto 12px!important}
.card{padding:16px}
:host(:not([data-place])) .card,:host([data-place=sheet]) .card,:host([data-place=bar]) .card{border-end-start-radius:0;border-end-end-radius:0;padding-bottom:max(16px,env(safe-area-inset-bottom))}
.foot{bottom:clamp(-16px,env(safe-area-inset-bottom) - 24px,-8px)}
h2{font-size:1.0625em}
.why{min-height:44px}
.smaller{top:4px;inset-inline-end:4px;width:44px;min-height:44px}
}
@media (prefers-reduced-motion:no-preference){.card,.teaser{animation:in .24s cubic-bezier(.2,.7,.3,1)}@keyframes in{from{opacity:0;transform:translateY(10px)}}}
:host([data-place=inline]) .card{box-shadow:none;animation:none}
@media print{:host{display:none!important}}
`;

/** Constructable where there is such a thing; else a `<style>` that carries the tag's nonce. A lazy part adds its own. */
export const style = (root: ShadowRoot, nonce = '', rules = css + themes): void => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const element = document.createElement('style');
    element.nonce = nonce;
    element.textContent = rules;
    root.append(element);
  }
};
