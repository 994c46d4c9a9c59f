import { type Colour, contrast, readColour } from './colour';
import { letPageRun } from './letPageRun';
import type { Look } from './look';

/** More would be no more certain, only slower. */
const MOST_TEXTS = 20;
const MOST_BUTTONS = 60;
/** Beyond this a paragraph says no more of the page than another. */
const LONG_TEXT = 200;
const TEXTS = ':is(p,li,dd)';
const BUTTONS = 'button,[type=submit],a[class*=btn],a[class*=button],a[role=button]';
/** What stands around the page and over it: consent tools have the largest buttons of all. */
const AROUND = 'header,footer,nav,dialog,[role*=dialog],[class*=cookie],[class*=consent],[id*=cookie],[id*=consent]';
/** Other people's colours, and what is meant to stand back or to warn. */
const NOT_CHIEF = /paypal|google|gpay|apple|amazon|klarna|shop-?pay|danger|delete|remove|secondary|outline|ghost|wish/i;
/** What leads to an order, as developers name it in most languages; and the button a theme calls its chief one. */
const TO_ORDER = /cart|basket|checkout|(^|[^a-z])(bag|buy|order)([^a-z]|$)/i;
const CHIEF = /primary|(^|[^a-z])(cta|main)([^a-z]|$)/i;
const ICONS = /icon|symbol|awesome|glyph|dingbat/i;
/** Luminance on which black and white are read equally well. */
const HALFWAY = 0.179;
/** A large coloured button within the page's content is enough; a grey one needs a name. */
const SURE = 2.5;
/** CSS px²; as large as a button need be to count as large. */
const LARGE = 6000;
/** A grey button that is hardly told from its page is no accent. */
const SEEN = 1.5;
const COLOURED = 0.3;

/** What stands within the page itself, the first so many of it. */
const within = (selector: string, most: number): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(selector)]
    .slice(0, 4 * most)
    .filter((element) => !element.closest(AROUND))
    .slice(0, most);

/** The first ground that can be seen behind it. */
const groundOf = (from: Element | null): Colour | undefined => {
  for (let at = from; at; at = at.parentElement) {
    const ground = readColour(getComputedStyle(at).backgroundColor);
    if (ground && ground.alpha > 0.5) return ground;
  }
};

/** What most of the text stands on, and is set in. Where no ground is set, or a picture is, the text's own colour tells. */
const readTexts = (): Pick<Look, 'dark' | 'font'> => {
  const { body } = document;
  // What stands beside the page's own content, a menu or a panel, may look otherwise.
  const own = within(`main ${TEXTS}`, MOST_TEXTS);
  const texts = own.length ? own : within(TEXTS, MOST_TEXTS);
  const fonts: Record<string, number> = {};
  let dark = 0;
  for (const text of texts.length ? texts : [body]) {
    const { fontFamily, color } = getComputedStyle(text);
    const ground = groundOf(text);
    const isDark = ground ? ground.luminance < HALFWAY : Number(readColour(color)?.luminance) > 0.5;
    const weight = Math.min((text.textContent ?? '').trim().length + 1, LONG_TEXT);
    dark += isDark ? weight : -weight;
    if (!ICONS.test(fontFamily)) fonts[fontFamily] = (fonts[fontFamily] ?? 0) + weight;
  }
  const [font] = Object.entries(fonts).sort(([, one], [, other]) => other - one)[0] ?? [];
  return { dark: dark > 0, font: font === getComputedStyle(body).fontFamily ? undefined : font };
};

/** How sure it is that a button leads to an order, by its names, its form, its colour and its size. */
const rate = (button: HTMLElement, colour: Colour, area: number): number => {
  const { form = null } = button as HTMLButtonElement;
  const named = [button, form]
    .flatMap((one) => ['id', 'class', 'name', 'href', 'action'].map((name) => one?.getAttribute(name)))
    .join(' ');
  const sends = form && form.method === 'post' && !form.querySelector('[type=password],[type=email]');
  return (
    (TO_ORDER.test(named) ? 2 : 0) +
    (CHIEF.test(named) ? 1 : 0) +
    (sends ? 1 : 0) +
    (button.closest('main,[role=main]') ? 0.5 : 0) +
    2 * colour.chroma +
    Math.min(area / LARGE, 1)
  );
};

/** The page's chief button, if there is one beyond doubt. */
const readButton = (): Pick<Look, 'accent' | 'corner'> => {
  let best: Pick<Look, 'accent' | 'corner'> = {};
  let most = SURE;
  for (const button of within(BUTTONS, MOST_BUTTONS)) {
    if (NOT_CHIEF.test(`${button.id} ${button.getAttribute('class')}`) || button.matches(':disabled')) continue;
    const { backgroundColor: accent, borderTopLeftRadius: radius } = getComputedStyle(button);
    const colour = readColour(accent);
    const { offsetWidth: width, offsetHeight: height } = button;
    if (!colour || colour.alpha < 0.9 || height < 24 || width < 1.5 * height) continue;
    const ground = groundOf(button.parentElement);
    if (ground && contrast(colour, ground) < SEEN && colour.chroma < COLOURED) continue;
    const score = rate(button, colour, width * height);
    if (score <= most) continue;
    most = score;
    const round = Number.parseFloat(radius);
    const isPill = radius.includes('%') ? round >= 25 : round >= height / 2 - 1;
    best = { accent, corner: isPill ? 'pill' : round };
  }
  return best;
};

/**
 * Reads from the page what a popup takes over: everything in one go, after which nothing is written, so that the page
 * reckons its style once at most.
 */
export const adoptLook = async (): Promise<Look> => {
  await letPageRun();
  return { ...readTexts(), ...readButton() };
};
