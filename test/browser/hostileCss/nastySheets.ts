/** What a page's author may have written without a thought of popups, and what only an enemy would write. */

export interface Sheet {
  readonly name: string;
  readonly css: string;
  /** On the root element of the page without a sheet as well: the popup is meant to follow it. */
  readonly root?: string;
  /** Why the page beside the open popup cannot be what it was. It is again when the popup has gone. */
  readonly besides?: string;
  /** Why the popup is allowed to look different, and stands there whole all the same. */
  readonly unequal?: string;
}

/** Variables as component libraries name their own. Who reads our code and takes our names can do anything. */
const PRIVATE =
  'accent border bottom corner fill font height ink left line max own pill radius right room round rule shade size space surface text tint top up width x y';
const taken = PRIVATE.split(' ').map((name) => `--_${name}`);

const everything = (css: string) => `*,*::before,*::after{${css}}`;

export const nastySheets: readonly Sheet[] = [
  { name: 'all unset', css: '*{all:unset!important}' },
  { name: 'all reverted', css: '*{all:revert!important}' },
  { name: 'all initial, later than everything', css: ':root:root:root *{all:initial!important}' },
  { name: 'nothing displayed', css: 'div,button,dialog,h2,p,ul,input,label{display:none!important}' },
  { name: 'children of the body not displayed', css: 'body>*{display:none!important}' },
  {
    name: 'what is not defined not displayed',
    css: ':not(:defined){display:none!important;visibility:hidden!important}',
  },
  { name: 'popovers not displayed', css: '[popover],:popover-open{display:none!important}' },
  {
    name: 'popovers dressed',
    css: `[popover],:popover-open{inset:0!important;margin:auto!important;width:100px!important;height:100px!important;
      padding:40px!important;border:9px solid red!important;background:red!important;color:red!important;overflow:hidden!important}`,
  },
  {
    name: 'the popup hidden by its name',
    css: `waver-popup{display:none!important;visibility:hidden!important;opacity:0!important;content-visibility:hidden!important;
      clip-path:inset(50%)!important;clip:rect(0 0 0 0)!important}`,
  },
  {
    name: 'the popup moved by its name',
    css: `waver-popup{position:static!important;inset:auto auto 0 0!important;margin:99px!important;float:left!important;
      transform:translateX(-999px)!important;translate:99px!important;scale:.5!important;rotate:45deg!important;
      offset:path("M0 0L99 99")!important;z-index:-1!important}`,
  },
  {
    name: 'the popup sized by its name',
    css: `waver-popup{width:1px!important;min-width:900px!important;max-width:1px!important;height:1px!important;
      min-height:600px!important;max-height:1px!important;inline-size:1px!important;padding:50px!important;
      border:9px solid red!important;outline:9px solid red!important;overflow:hidden!important;contain:strict!important;
      aspect-ratio:9!important;columns:4!important;zoom:2!important}`,
  },
  {
    name: 'the popup painted by its name',
    css: `waver-popup{filter:blur(4px)!important;backdrop-filter:invert(1)!important;mix-blend-mode:difference!important;
      mask:linear-gradient(#000,transparent)!important;background:red!important;box-shadow:0 0 99px red!important;
      -webkit-box-reflect:below!important}`,
  },
  {
    name: 'content before and after',
    css: '*::before,*::after{content:"x"!important;display:block!important;font-size:40px}',
  },
  {
    name: 'content before and after the popup',
    css: 'waver-popup::before,waver-popup::after{content:"x";display:block;height:99px}',
  },
  { name: 'body transformed', css: 'body{transform:rotate(1deg) scale(.9);transform-origin:0 0}' },
  { name: 'body filtered', css: 'body{filter:grayscale(1) blur(1px);backdrop-filter:blur(2px)}' },
  { name: 'body in perspective', css: 'body{perspective:400px;transform-style:preserve-3d}' },
  { name: 'body contained', css: 'body{contain:strict;height:300px}' },
  { name: 'body a container', css: 'body{container-type:size;height:300px}' },
  { name: 'body cut off', css: 'html,body{overflow:hidden;height:200px;max-height:200px}' },
  { name: 'body fixed', css: 'body{position:fixed;inset:0 50% 50% 0;overflow:hidden}' },
  { name: 'body faint', css: 'body{opacity:.3}' },
  { name: 'body not visible yet', css: 'body{visibility:hidden}' },
  { name: 'body clipped and masked', css: 'body{clip-path:inset(0 50% 50% 0);mask:linear-gradient(#000,transparent)}' },
  {
    name: 'body a grid',
    css: 'body{display:grid!important;grid-template-columns:repeat(3,1fr);place-items:center}body>*{grid-column:2!important;align-self:end!important;justify-self:start!important}',
  },
  { name: 'body in columns', css: 'body{columns:3;height:200px}' },
  { name: 'body about to change', css: 'body{will-change:transform,filter;isolation:isolate}' },
  { name: 'body untouchable', css: 'body{pointer-events:none;user-select:none;touch-action:none}' },
  { name: 'a view transition’s name on everything', css: 'body>*{view-transition-name:match-element}' },
  { name: 'ten pixels are one rem', css: 'html{font-size:62.5%}' },
  { name: 'forty pixels are one rem', css: 'html{font-size:40px}' },
  { name: 'type by the width of the window', css: 'html{font-size:calc(4px + 3vw)}body{font-size:.8rem}' },
  {
    name: 'an overlay above all',
    css: 'body::after{content:"";position:fixed;inset:0;z-index:2147483647;background:rgba(255,0,0,.7)}',
  },
  {
    name: 'everything animated',
    css: `@keyframes shake{50%{transform:translateX(40px);opacity:.2}}${everything('animation:shake 5s infinite')}`,
  },
  {
    name: 'everything animated, importantly',
    css: `@keyframes shake{to{transform:translateX(40px)}}${everything('animation:shake 5s infinite!important')}`,
  },
  { name: 'our own animation’s name', css: '@keyframes in{from,to{transform:translateX(-300px);opacity:.1}}' },
  { name: 'everything in slow transition', css: everything('transition:all 5s!important') },
  {
    name: 'shouting',
    css: everything(
      'letter-spacing:4px;text-transform:uppercase;line-height:3;text-align:center;word-spacing:9px;text-indent:40px',
    ),
  },
  {
    name: 'shouting, importantly',
    css: everything(
      'letter-spacing:4px!important;text-transform:uppercase!important;line-height:3!important;text-align:center!important;text-indent:40px!important',
    ),
  },
  {
    name: 'white space kept, words broken',
    css: everything(
      'white-space:pre!important;word-break:break-all!important;hyphens:auto!important;text-wrap:nowrap!important;tab-size:20!important',
    ),
  },
  { name: 'right to left', css: '*{direction:rtl!important}', root: 'dir=rtl' },
  { name: 'bidi overridden', css: '*{unicode-bidi:bidi-override!important}' },
  {
    name: 'from top to bottom',
    css: everything('writing-mode:vertical-rl!important;text-orientation:upright!important'),
  },
  {
    name: 'nothing can be hit or seen of the pointer',
    css: everything('pointer-events:none!important;cursor:none!important'),
  },
  {
    name: 'nothing can be selected',
    css: everything('user-select:none!important;-webkit-user-modify:read-only!important;touch-action:none!important'),
  },
  {
    name: 'dialogs dressed',
    css: 'dialog,[role=dialog]{position:static!important;width:50px!important;background:red!important;border:9px dotted!important;inset:auto!important}',
  },
  {
    name: 'backdrops',
    css: '::backdrop{background:red!important;opacity:1!important}*::backdrop{display:block!important;background:red!important}',
  },
  { name: 'a dark page', css: ':root{color-scheme:dark;background:#111;color:#eee}' },
  { name: 'a dark page by the user’s wish', css: '*{color-scheme:only dark!important}' },
  {
    name: 'forced out of forced colours',
    css: everything(
      'forced-color-adjust:none!important;print-color-adjust:economy!important;accent-color:red!important;caret-color:red!important',
    ),
  },
  {
    name: 'importance in a layer',
    css: '@layer a,b;@layer a{*{all:unset!important;color:red!important}waver-popup{inset:0!important;display:inline!important}}',
  },
  {
    name: 'boxes by their content',
    css: everything(
      'box-sizing:content-box!important;padding:7px!important;margin:7px!important;border:3px solid red!important',
    ),
  },
  {
    name: 'boxes on a leash',
    css: everything(
      'min-width:0!important;max-width:90px!important;max-height:40px!important;min-height:30px!important;overflow:hidden!important',
    ),
  },
  {
    name: 'another font',
    css: everything(
      'font:italic small-caps 900 30px/3 "DejaVu Sans Mono",monospace!important;font-feature-settings:"smcp"!important;font-stretch:condensed!important;font-size-adjust:1!important',
    ),
  },
  {
    name: 'text dressed',
    css: everything(
      'text-shadow:2px 2px red!important;-webkit-text-stroke:2px red!important;-webkit-text-fill-color:red!important;text-decoration:line-through!important;text-emphasis:dot!important;color:red!important',
    ),
  },
  {
    name: 'lists and quotes',
    css: everything(
      'list-style:square inside!important;quotes:none!important;border-collapse:collapse!important;caption-side:bottom!important',
    ),
  },
  {
    name: 'blended',
    css: everything(
      'mix-blend-mode:difference!important;isolation:auto!important;background-blend-mode:multiply!important',
    ),
  },
  { name: 'clipped', css: everything('clip-path:circle(20%)!important') },
  {
    name: 'about to change',
    css: everything(
      'will-change:transform,contents!important;contain:content!important;content-visibility:auto!important;contain-intrinsic-size:9px!important',
    ),
  },
  {
    name: 'three-dimensional',
    css: everything(
      'transform:rotateY(20deg)!important;perspective:90px!important;backface-visibility:hidden!important',
    ),
  },
  {
    name: 'floating',
    css: everything(
      'float:left!important;clear:both!important;position:relative!important;display:inline!important;vertical-align:top!important',
    ),
  },
  { name: 'private variables for colours', css: `*{${taken.map((name) => `${name}:red`).join(';')}}` },
  { name: 'private variables for lengths', css: `*{${taken.map((name) => `${name}:50px`).join(';')}}` },
  {
    name: 'private variables registered',
    css: taken.map((name) => `@property ${name}{syntax:"<angle>";inherits:false;initial-value:0deg}`).join(''),
  },
  {
    name: 'our own ids and classes',
    css: '#title,#body,.card,.row,.foot,.body,.main,.why,.small,.sr{display:none!important;color:red!important}',
  },
  {
    name: 'a focus ring for everything',
    css: ':focus,:focus-within,:focus-visible{outline:9px solid red!important;box-shadow:0 0 0 9px red!important}',
  },
  {
    name: 'the last child',
    css: 'body>:last-child{border:9px solid red!important;margin-bottom:50px!important}',
    besides: 'the popup is the last child while it is open',
  },
  { name: 'a page scaled', css: 'html{zoom:1.25}', unequal: 'zoom enlarges all of a page, as the shopper’s own does' },
  {
    name: 'a body scaled',
    css: 'body{zoom:1.25}',
    unequal: 'zoom is handed down to all children, the top layer included',
  },
];
