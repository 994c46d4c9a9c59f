import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PopupContent, PopupDoor, Theme, Widgets } from '../../src/types';
import { openShop, type Shop, servePage } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const delivery: PopupContent = {
  popup: 'delivery-promise',
  window: {
    earliest: '2026-11-25',
    latest: '2026-11-27',
    sentBy: '2026-11-24',
    orderBefore: Date.UTC(2026, 10, 23, 14),
    cutoff: true,
    timeZone: 'Europe/Berlin',
  },
};

interface Wishes {
  readonly theme?: Theme;
  readonly accent?: string;
  readonly content?: PopupContent;
}

/** A chunk of the build, as `window.<name>`. In a string, since the test runner has its own idea of `import`. */
const load = (page: Page, name: string, file = name) =>
  page.evaluate(`import('/dist/${file}.js').then((m) => void (window.${name} = m))`);

/** Shows a popup as the tag would. */
const show = async (page: Page, { theme, accent, content = delivery }: Wishes = {}) => {
  await load(page, 'widgets');
  await page.evaluate(
    async (given) => {
      const { openPopup } = (window as unknown as { widgets: Widgets }).widgets;
      const { content, ...look } = given;
      const door = {
        ...look,
        locales: ['en-GB'],
        now: () => Date.UTC(2026, 10, 23, 10, 0, 20),
        claim: { url: '', offer: undefined, answered() {} },
        ask: {
          questions: {},
          known: {},
          check: () => ({ wrong: 'unknown-option' }),
          answer() {},
          next: () => undefined,
        },
        end() {},
      } as PopupDoor;
      await openPopup({ campaign: 'looked-at', intent: null, content, because: [] }, door);
    },
    { theme, accent, content },
  );
};

const open = async (html: string, wishes: Wishes = {}, options = {}) => {
  const shopper = await shop.shopper(options);
  await servePage(shopper, '/look', html);
  const { page, context } = shopper;
  await page.goto('/look');
  await show(page, wishes);
  return { page, context };
};

/** What the popup took over, and what of it is to be seen. */
const lookOf = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector('waver-popup') as HTMLElement;
    const part = (name: string) => host.shadowRoot?.querySelector(`[part=${name}]`) as Element;
    const main = getComputedStyle(part('action'));
    return {
      theme: host.dataset.theme,
      accent: main.backgroundColor,
      corner: getComputedStyle(part('dialog')).borderTopLeftRadius,
      button: main.borderTopLeftRadius,
      font: getComputedStyle(part('title')).fontFamily,
    };
  });

const PLAIN = { accent: 'rgb(34, 64, 95)', corner: '16px' };
const TEXT =
  '<p>Seeds, tools and advice for gardens of every size, sent on weekdays in a box that fits the letter box.</p>';
const cartForm = (button: string) => `<form method=post action=/cart/add><input name=quantity value=1>${button}</form>`;
const styled = (css: string, body: string) => `<style>${css}</style><main>${TEXT}${body}</main>`;

describe('takes over from the page', () => {
  const BUTTON = cartForm('<button>Ajouter</button>');
  test.each<[string, string, object, object?]>([
    ['nothing, where there is nothing', TEXT, { theme: 'paper', ...PLAIN }],
    ['a dark ground', styled('body{background:#101010;color:#eee}', ''), { theme: 'ink' }],
    ['a dark ground that only a wrapper has', styled('main{background:#222;color:#eee}', ''), { theme: 'ink' }],
    [
      'a dark picture, told by its light text',
      styled('body{background:linear-gradient(#000,#222);color:#fff}', ''),
      { theme: 'ink' },
    ],
    [
      'the dark scheme of a page that sets no colours',
      `<style>:root{color-scheme:dark}</style>${TEXT}`,
      { theme: 'ink' },
    ],
    [
      'a ground as modern browsers tell it',
      styled('body{background:oklch(20% .04 260);color:#fff}', ''),
      { theme: 'ink' },
    ],
    [
      'no darkness from a dark band on a light page',
      styled(
        'body{background:#fff}.band{background:#000;color:#fff}',
        `${TEXT}${TEXT}<div class=band><p>Sale</p></div>`,
      ),
      { theme: 'paper' },
    ],
    [
      'no darkness from a dark panel beside a light page, however much it says',
      styled('body{background:#fff}', '').replace(
        '<main>',
        `<aside style="background:#111;color:#eee">${TEXT.repeat(8)}</aside><main>`,
      ),
      { theme: 'paper' },
    ],
    ['no darkness from what the device prefers', TEXT, { theme: 'paper' }, { colorScheme: 'dark' }],
    [
      'colour and corner of the button that adds to the cart, in any language',
      styled('button{background:#b3005e;color:#fff;border:0;padding:14px 30px;border-radius:5px}', BUTTON),
      { accent: 'rgb(179, 0, 94)', corner: '8px', button: '5px' },
    ],
    [
      'a black one too, and no corner where it has none',
      styled('button{background:#000;color:#fff;border:0;padding:14px 30px;border-radius:0}', BUTTON),
      { accent: 'rgb(0, 0, 0)', corner: '0px', button: '0px' },
    ],
    [
      'the shape of a pill for buttons, not for the card',
      styled('button{background:#070;border:0;padding:14px 30px;border-radius:999px}', BUTTON),
      { accent: 'rgb(0, 119, 0)', corner: '20px', button: '99px' },
    ],
    [
      'a colour as modern browsers tell it',
      styled('button{background:oklch(55% .2 260);border:0;padding:14px 30px}', BUTTON),
      { accent: 'oklch(0.55 0.2 260)' },
    ],
    [
      'the link to the checkout',
      styled(
        'a{display:inline-block;background:#c2410c;padding:14px 30px}',
        '<a class=btn href=/kasse/checkout>Zur Kasse</a><button>Update</button>',
      ),
      { accent: 'rgb(194, 65, 12)' },
    ],
    [
      'nothing from a consent tool, another’s way to pay, or a warning',
      `<style>button{padding:20px 60px;border:0}</style><div id=cookie-bar><button class=btn-primary style="background:#07f">OK</button></div>
      <main>${TEXT}<button class=paypal-button style="background:#fc0">Pay</button><button class=btn-danger style="background:#d00">Empty</button></main>`,
      PLAIN,
    ],
    [
      'nothing from a small grey button',
      styled('button{background:#777;border:0}', '<button>Search now</button>'),
      PLAIN,
    ],
    [
      'the font of the text, where the body has another',
      styled('body{font-family:serif}main{font-family:monospace}', ''),
      { font: 'monospace' },
    ],
    ['no font of icons', styled('p{font-family:"Some Icons"}', ''), { font: expect.not.stringContaining('Icons') }],
  ])('%s', async (_name, html, expected, options) => {
    const { page, context } = await open(html, {}, options);
    expect(await lookOf(page)).toMatchObject(expected);
    await context.close();
  });

  /** The markup of each system's own theme for what adds to the cart, between buttons that do something else. */
  test.each<[string, string]>([
    ['Shopify Dawn', cartForm('<button type=submit name=add class="product-form__submit button">Add</button>')],
    [
      'WooCommerce',
      cartForm(
        '<button type=submit name=add-to-cart class="single_add_to_cart_button button alt">In den Warenkorb</button>',
      ),
    ],
    [
      'Magento Luma',
      '<form method=post action=/checkout/cart/add/><button type=submit class="action primary tocart" id=product-addtocart-button>Acheter</button></form>',
    ],
    [
      'PrestaShop',
      '<form method=post action=/panier id=add-to-cart-or-refresh><button class="btn btn-primary add-to-cart">Ajouter</button></form>',
    ],
    [
      'Shopware',
      '<form method=post action=/checkout/line-item/add><button class="btn btn-primary btn-buy">カートに入れる</button></form>',
    ],
    [
      'BigCommerce',
      '<form method=post action=/cart.php><input type=submit id=form-action-addToCart class="button button--primary" value=添加></form>',
    ],
  ])('the button of %s', async (_name, form) => {
    const css = `
      button,input[type=submit]{border:0;padding:12px 40px;background:#0044cc;color:#fff}
      .chief button:not(.quiet),.chief input[type=submit]{background:#b3005e;border-radius:3px}
      .quiet{background:#e8e8e8;color:#111}`;
    const search = '<header><form role=search><button>Search</button></form></header>';
    const around = '<button class="quiet qty-plus">+</button><button class="quiet wishlist">Later</button>';
    const news =
      '<footer><form method=post action=/news><input type=email><button>Subscribe to our letter</button></form></footer>';
    const html = `<style>${css}</style>${search}<main>${TEXT}<div class=chief>${around}${form}</div></main>${news}`;
    const { page, context } = await open(html);
    expect(await lookOf(page)).toMatchObject({ accent: 'rgb(179, 0, 94)', button: '3px' });
    await context.close();
  });

  test('less than the options say, and these less than the page’s own style sheet', async () => {
    const html = styled('button{background:#b3005e;border:0;padding:14px 30px;border-radius:5px}', BUTTON);
    const { page, context } = await open(html, { accent: '#0a7', theme: 'ink' });
    expect(await lookOf(page)).toMatchObject({ theme: 'ink', accent: 'rgb(0, 170, 119)', corner: '8px' });
    await page.addStyleTag({
      content: ':root{--waver-accent:rgb(1,2,3);--waver-radius:32px;--waver-font:fantasy;--waver-surface:rgb(4,5,6)}',
    });
    expect(await lookOf(page)).toMatchObject({
      accent: 'rgb(1, 2, 3)',
      corner: '32px',
      button: '20px',
      font: 'fantasy',
    });
    await context.close();
  });

  test('no corner in the theme that has none', async () => {
    const html = styled('button{background:#b3005e;border:0;padding:14px 30px;border-radius:5px}', BUTTON);
    const { page, context } = await open(html, { theme: 'outline' });
    expect(await lookOf(page)).toMatchObject({ theme: 'paper outline', corner: '0px', accent: 'rgb(179, 0, 94)' });
    await context.close();
  });
});

describe('can be read', () => {
  const GROUNDS: Readonly<Record<string, string>> = { light: '#fff', dark: '#111' };
  const LOOKS: readonly [Theme, string][] = [
    ['paper', 'light'],
    ['ink', 'dark'],
    ['outline', 'light'],
    ['outline', 'dark'],
  ];

  /** Lowest contrasts over many accents: of the words on the button, and of its edge with the card; and of text on the card. */
  const contrasts = (page: Page, accents: readonly string[]) =>
    page.evaluate((all) => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      if (!canvas) throw new Error();
      /** As it is painted, in sRGB: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
      const luminance = (colour: string) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
          const channel = byte / 255;
          return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ratio = (one: string, other: string) => {
        const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      };
      const host = document.querySelector('waver-popup') as HTMLElement;
      const find = (selector: string) => getComputedStyle(host.shadowRoot?.querySelector(selector) as Element);
      const card = find('[part=dialog]');
      const main = find('[part=action]');
      let words = 21;
      let edge = 21;
      for (const accent of all) {
        document.documentElement.style.setProperty('--waver-accent', accent);
        words = Math.min(words, ratio(main.color, main.backgroundColor));
        edge = Math.min(edge, ratio(main.borderTopColor, card.backgroundColor));
      }
      return { words, edge, text: ratio(card.color, card.backgroundColor) };
    }, accents);

  /** Linear congruential, so that every run tries the same. */
  const randomAccents = (count: number): string[] => {
    let seed = 20_261_127;
    return Array.from({ length: count }, () => {
      seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
      return `#${Math.floor(seed / 256)
        .toString(16)
        .padStart(6, '0')}`;
    });
  };
  const EXTREMES = ['#000', '#fff', '#00f', '#ff0', '#0ff', '#f0f', '#f00', '#0f0', '#777', '#767676', '#808080'];

  test.each(LOOKS)('%s on a %s page, with 1,000 accents', async (theme, ground) => {
    const light = ground === 'dark' ? '#eee' : '#111';
    const { page, context } = await open(styled(`body{background:${GROUNDS[ground]};color:${light}}`, ''), { theme });
    const { words, edge, text } = await contrasts(page, [...EXTREMES, ...randomAccents(1000)]);
    console.info(`${theme}, ${ground}: words ${words.toFixed(2)}, edge ${edge.toFixed(2)}, text ${text.toFixed(2)}`);
    expect(words).toBeGreaterThanOrEqual(4.5);
    expect(edge).toBeGreaterThanOrEqual(3);
    expect(text).toBeGreaterThanOrEqual(4.5);
    await context.close();
  });

  test.each(['#000', '#fff', '#777', '#b00', '#ffd500', '#006'])(
    'on a surface of the shop’s own: %s',
    async (surface) => {
      const { page, context } = await open(`<style>:root{--waver-surface:${surface}}</style>${TEXT}`);
      const { text } = await contrasts(page, ['#0a7']);
      expect(text).toBeGreaterThanOrEqual(4.5);
      await context.close();
    },
  );

  test('where the system sets the colours, by borders and by the outline of what has the focus', async () => {
    const { page, context } = await open(styled('', ''), {}, { forcedColors: 'active' });
    const style = await page.evaluate(() => {
      const root = document.querySelector('waver-popup')?.shadowRoot as ShadowRoot;
      const find = (name: string) => root.querySelector<HTMLElement>(`[part=${name}]`) as HTMLElement;
      find('action').focus();
      const visible = (name: string) => {
        const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(find(name));
        return `${borderTopWidth} ${borderTopStyle}${borderTopColor === backgroundColor ? ' unseen' : ''}`;
      };
      const { outlineStyle, outlineWidth } = getComputedStyle(find('action'));
      return { card: visible('dialog'), main: visible('action'), out: visible('dismiss'), outlineStyle, outlineWidth };
    });
    expect(style).toEqual({
      card: '1px solid',
      main: '1px solid',
      out: '1px solid',
      outlineStyle: 'solid',
      outlineWidth: '2px',
    });
    await context.close();
  });
});

test('the way of a parcel is a list of three steps with their dates, to be seen and to be heard', async () => {
  const { page, context } = await open(TEXT);
  const steps = page.getByRole('dialog').getByRole('listitem');
  expect((await steps.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
    'You order Mon 23 Nov',
    'The shop sends it by Tue 24 Nov',
    'It arrives Wed 25 Nov – Fri 27 Nov',
  ]);
  await context.close();
});

test('reading the look is no long task at a sixth of the speed, and makes the page reckon its style once at most', async () => {
  const shopper = await shop.shopper();
  const card = `<div><p>${'Seeds for a garden. '.repeat(5)}</p><form method=post action=/cart><button class=btn>Add</button></form></div>`;
  await servePage(shopper, '/look', `<style>.wide{width:90%}</style><main>${card.repeat(1250)}</main>`);
  const { page, context } = shopper;
  await page.goto('/look');
  await load(page, 'look', 'adopt-look');
  const session = await context.newCDPSession(page);
  // The thread's own time: on a busy machine the clock on the wall tells of others.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const measure = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as Record<string, number>;
  };
  const spend = async (name: string, run: string) => {
    const before = await measure();
    await page.evaluate(run);
    const after = await measure();
    const by = (metric: string) => Number(after[metric]) - Number(before[metric]);
    const spent = { ms: 1000 * by('TaskDuration'), styles: by('RecalcStyleCount'), layouts: by('LayoutCount') };
    console.info(`${name}: ${spent.ms.toFixed(1)} ms, ${spent.styles} styles, ${spent.layouts} layouts`);
    return spent;
  };
  // Once all is painted, and with a page that has just changed all over.
  await page.waitForTimeout(1000);
  const still = await spend('at rest', 'look.adoptLook()');
  expect(still.ms).toBeLessThan(50 / 6);
  expect(still).toMatchObject({ styles: 0, layouts: 0 });
  const changed = await spend('changed', "document.querySelector('main').className = 'wide'; look.adoptLook()");
  expect(changed.styles).toBeLessThanOrEqual(1);
  expect(changed.layouts).toBeLessThanOrEqual(1);
  await context.close();
});
