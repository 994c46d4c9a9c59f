/**
 * Everything the popups can show, by name and state, with plain facts. All of them are made up for the gallery: no shop
 * says so, and nothing is measured.
 */

/** Monday, 23 November 2026, 10:00:20 in London: the gallery's clock stands still. */
export const NOW = Date.UTC(2026, 10, 23, 10, 0, 20);
const MINUTE = 60_000;

/** What is done once it is open. Each step is given the popup's shadow root. */
const press =
  (part, at = 0) =>
  (root) =>
    root.querySelectorAll(`[part~=${part}]`)[at].click();
/** The reasons come in a file of their own. */
const why = async (root) => {
  press('why')(root);
  while (!root.getElementById('because')?.innerText) await new Promise((resolve) => setTimeout(resolve, 10));
};
const pressId = (id) => (root) => root.getElementById(id).click();
const type = (text) => (root) => {
  const input = root.querySelector('input:not([type=file])');
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};
const takeFile = (root) => {
  const input = root.getElementById('import');
  const files = new DataTransfer();
  files.items.add(new File(['{}'], 'waver.json', { type: 'application/json' }));
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

const delivery = (more) => ({
  content: {
    popup: 'delivery-promise',
    window: {
      earliest: '2026-11-25',
      latest: '2026-11-27',
      orderBefore: NOW + 5 * 60 * MINUTE - 20_000,
      cutoff: true,
      timeZone: 'Europe/London',
      destination: 'DE',
      ...more,
    },
  },
});

const offer = (kind, more) => ({
  content: { popup: 'offer', kind, amount: kind === 'points' ? 500 : 0, endsAt: NOW + 20 * MINUTE },
  reply: { status: 'granted', ...(kind === 'code' && { code: 'BEAN-4711' }) },
  ...more,
});
/** The shop was asked, and said this. */
const replied = (kind, reply, ...steps) => offer(kind, { reply, steps: [press('action'), ...steps] });

/** Help stands beside this field, which was refused for this reason. */
const field = (fails, label, attributes, tag = 'input') => ({
  content: { popup: 'form-help', field: { key: 'field', fails } },
  field: { label, attributes, tag },
});

const trust = (...parts) => ({
  content: {
    popup: 'trust',
    ...(parts.includes('rating') && { rating: { value: 4.6, best: 5, count: 312, of: 'Runner beans' } }),
    ...(parts.includes('contact') && {
      contact: { phone: '+1 (207) 555-0100', email: 'help@halfbarrow.example' },
    }),
  },
});

const notice = (copy) => ({ content: { popup: 'notice' }, copy });

const asking = (question, ...steps) => ({ content: { popup: 'question', question }, steps });

/** What the preference centre is opened with. */
const centre = (kept, ...steps) => ({ kept, steps });

/** By popup, then by state. The first state of each stands for it. */
export const popups = {
  'delivery-promise': {
    range: delivery(),
    'one-day': delivery({ latest: '2026-11-25', destination: undefined }),
    'no-cutoff': delivery({ cutoff: false }),
  },
  offer: {
    points: offer('points'),
    code: offer('code'),
    'free-shipping': offer('free-shipping'),
    gift: offer('gift'),
    ending: offer('points', { content: { popup: 'offer', kind: 'points', amount: 500, endsAt: NOW + 45_000 } }),
    asking: replied('points', 'later'),
    granted: replied('points', { status: 'granted' }),
    'code-shown': replied('code', { status: 'granted', code: 'BEAN-4711' }),
    refused: replied('points', { status: 'refused' }),
    expired: replied('points', { status: 'expired' }),
    used: replied('points', { status: 'already-used' }),
    unreachable: replied('points', 'never'),
  },
  'form-help': {
    postcode: field('patternMismatch', 'ZIP code', { pattern: '\\d{5}', autocomplete: 'postal-code', required: '' }),
    missing: field('valueMissing', 'Street and number', { autocomplete: 'street-address', required: '' }),
    email: field('typeMismatch', 'Email', { type: 'email', autocomplete: 'email', required: '' }),
    choice: field('valueMissing', 'State', { required: '' }, 'select'),
    short: field('tooShort', 'Password', { type: 'password', minlength: '10', autocomplete: 'new-password' }),
    date: field('rangeUnderflow', 'Delivery day', { type: 'date', min: '2026-11-25', max: '2026-12-18' }),
    step: field('stepMismatch', 'Metres of twine', { type: 'number', min: '0', step: '5' }),
    shop: field('custom', 'Tax number', { 'aria-invalid': 'true' }),
  },
  'fit-help': {
    known: { content: { popup: 'fit-help', size: '42', guide: '/gallery#sizes', days: 30 } },
    guide: { content: { popup: 'fit-help', guide: '/gallery#sizes' } },
  },
  'returns-promise': {
    free: { content: { popup: 'returns-promise', days: 30, free: true } },
    paid: { content: { popup: 'returns-promise', days: 14, free: false } },
    'not-known': { content: { popup: 'returns-promise', days: 30 } },
  },
  'payment-help': {
    several: { content: { popup: 'payment-help', payments: ['Visa', 'Mastercard', 'PayPal', 'Klarna'] } },
    one: { content: { popup: 'payment-help', payments: ['PayPal'] } },
  },
  trust: { both: trust('rating', 'contact'), rating: trust('rating'), contact: trust('contact') },
  'preference-invitation': { three: { content: { popup: 'preference-invitation', count: 3 } } },
  'save-for-later': { offered: { content: { popup: 'save-for-later', url: '/gallery#saved' } } },
  'free-shipping': {
    missing: { content: { popup: 'free-shipping', over: 50, missing: 12.4, currency: 'EUR' } },
    reached: { content: { popup: 'free-shipping', over: 50, missing: 0, currency: 'EUR' } },
  },
  alternatives: {
    three: {
      content: {
        popup: 'alternatives',
        budget: 20,
        currency: 'EUR',
        products: [
          { name: 'Hand fork', url: '/gallery#fork', price: 14, picture: '/public/favicon.svg' },
          {
            name: 'A pair of gardening gloves with a name that is far too long for one line',
            url: '/gallery#gloves',
            price: 12.5,
          },
          { name: 'Twine', url: '/gallery#twine', price: 6, picture: '/public/favicon.svg' },
        ],
      },
    },
    one: {
      content: {
        popup: 'alternatives',
        budget: 20,
        currency: 'EUR',
        products: [{ name: 'Twine', url: '/gallery#twine', price: 6, picture: '/public/favicon.svg' }],
      },
    },
  },
  notice: {
    link: notice({
      title: 'We are closed on Monday',
      body: 'What you order by Sunday noon is sent on Tuesday.',
      action: 'How we send',
      link: '/gallery#shipping',
    }),
    'title-only': notice({ title: 'We are closed on Monday' }),
    long: notice({
      title: 'The greenhouse is being rebuilt, so some of our plants wait for you a little longer than usual',
      body:
        'Everything that grows under glass is sent from the second week of December on. Seeds, tools and pots are not ' +
        'concerned: they leave the house on the next working day, as always. Whoever orders both gets one parcel, unless ' +
        'you tell us otherwise; write to windowsill-and-greenhouse-department@halfbarrow.example.',
      action: 'Read what this means for your order',
      link: '/gallery#greenhouse',
      dismiss: 'I will come back in December',
    }),
  },
  question: {
    one: asking('priority'),
    several: asking('style'),
    scale: asking('recommend'),
    number: asking('budget'),
    date: asking('delivery-by'),
    size: asking('size'),
    pictures: asking('pot'),
    many: asking('hesitation'),
    flaw: asking('budget', type('2'), press('action')),
    'flaw-picks': asking('style', press('action')),
    row: asking('hesitation', press('action', 1)),
    thanks: asking('contact', press('action')),
  },
  preferences: {
    full: centre(3),
    empty: centre(0),
    more: centre(1, (root) => root.querySelector('summary').click()),
    editing: centre(3, pressId('do-priority')),
    erase: centre(3, pressId('erase')),
    imported: centre(0, takeFile),
    paused: centre(1, (root) => root.querySelector('section[aria-labelledby=pause] button').click()),
  },
};

/** Done to the first state of every popup: its reasons shown, and made smaller. */
const everywhere = {
  why,
  // A dialog and a slot cannot be made smaller.
  small: (root) => root.querySelector('[part~=smaller]')?.click(),
};
/** The centre has neither; help stays whole beside its field. */
const lacks = { preferences: ['why', 'small'], 'form-help': ['small'] };

/** The states of a popup by name. */
export const statesOf = (popup) => {
  const states = popups[popup] ?? {};
  const [first = {}] = Object.values(states);
  const more = Object.entries(everywhere).filter(([name]) => !lacks[popup]?.includes(name));
  return {
    ...states,
    ...Object.fromEntries(more.map(([name, step]) => [name, { ...first, steps: [...(first.steps ?? []), step] }])),
  };
};

export const themes = ['auto', 'paper', 'ink', 'outline'];
export const places = ['corner', 'bar', 'dialog', 'inline'];
export const locales = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ja', 'ko', 'zh-Hans', 'zh-Hant', 'ar', 'he'];

/** Why it is shown, as a score would say. */
export const because = [
  { feature: 'dwell-shipping', value: 42, weight: 1.2 },
  { feature: 'cart-idle', value: 31.4, weight: 0.7 },
  { feature: 'exits', value: 1, weight: 0.4 },
];
