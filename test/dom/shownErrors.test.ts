import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { find, show } from './given';

type Module = typeof import('../../src/signals/shownErrors');
let errors: Module;
beforeEach(async () => {
  // A page of its own for each test: what was an error on one is not known on the next.
  vi.resetModules();
  errors = await import('../../src/signals/shownErrors');
});
afterEach(() => show(''));

/** What is found when this page becomes that one. */
const turned = (before: string, after: string) => {
  show(before);
  const snapshot = errors.snapshotErrors(document);
  show(after);
  return errors.findShownErrors(document, snapshot).map(errors.controlKey).sort();
};
const fresh = (html: string) => {
  show(html);
  return errors.findShownErrors(document, null).map(errors.controlKey).sort();
};
const zip = (more = '', note = '', wrap = '') =>
  `<form><div class="row ${wrap}"><label for="zip">ZIP code</label><input id="zip" name="zip" ${more}>${note}</div>
   <div class="row"><label for="city">City</label><input id="city" name="city"></div></form>`;

describe('after an attempt', () => {
  test.each([
    ['aria-invalid', zip('aria-invalid="true"')],
    ['aria-invalid on the wrapper', zip().replace('class="row "', 'aria-invalid="true"')],
    ['a class of the control', zip('class="form-control is-invalid"')],
    ['PrestaShop: the wrapper alone', zip('', '', 'has-error')],
    ['BigCommerce: the wrapper alone', zip('', '<span class="form-inlineMessage"></span>', 'form-field--error')],
    ['Woo', zip('', '', 'form-row woocommerce-invalid woocommerce-invalid-required-field')],
    ['a hashed class', zip('class="Field_error__x3f9a"')],
    ['camel case', zip('', '', 'hasError')],
    ['Base UI', zip('data-invalid=""')],
    ['a state', zip('data-status="error"')],
    ['a text with role', zip('', '<p role="alert">Enter 5 digits</p>')],
    ['a text without anything', zip('', '<p>Please enter your ZIP code</p>')],
    ['a text in words of another language', zip('', '<p>Bitte prüfen Sie diese Angabe</p>')],
    ['a tooltip', zip('title="Please enter a valid ZIP code"')],
    ['a text elsewhere that is referred to', `${zip('aria-describedby="e"')}<p id="e">Not a ZIP code we know</p>`],
    ['ASP.NET', `${zip()}<span data-valmsg-for="zip" class="field-validation-error">The ZIP code is required</span>`],
    ['a text after the wrapper', zip().replace('</div>', '</div><p class="error">Required</p>')],
    ['a summary with links', `<div role="alert"><ul><li><a href="#zip">Enter five digits</a></li></ul></div>${zip()}`],
    ['a summary with names', `<ul class="errors"><li><b>ZIP code</b> is missing</li></ul>${zip()}`],
    ['a toast', `${zip()}<div class="toast">Please enter a valid ZIP code</div>`],
    [
      'Woo’s notice',
      `<ul class="woocommerce-error" role="alert"><li data-id="zip">Is a required field.</li></ul>${zip()}`,
    ],
  ])('%s', (_, after) => {
    expect(turned(zip(), after)).toEqual(['zip']);
  });

  test('a mark that is left in place counts at the next attempt as well', () => {
    const wrong = zip('', '<p>Please enter your ZIP code</p>');
    expect(turned(zip(), wrong)).toEqual(['zip']);
    expect(turned(wrong, wrong)).toEqual(['zip']);
  });

  test('one mistake with many marks is one field', () => {
    const size = (mark = '') =>
      `<fieldset class="${mark}"><legend>Size</legend>${['S', 'M', 'L']
        .map(
          (one) =>
            `<label class="${mark}"><input type="radio" name="size" value="${one}" class="${mark}">${one}</label>`,
        )
        .join('')}</fieldset><input name="zip">`;
    expect(turned(size(), size('error'))).toEqual(['size']);
  });

  test('fields without a form, in nested shadow roots', () => {
    class Shadow extends HTMLElement {}
    if (!customElements.get('x-field')) customElements.define('x-field', Shadow);
    show('<x-field id="a"></x-field><x-field id="b"></x-field>');
    for (const id of ['a', 'b']) {
      const outer = find(`#${id}`).attachShadow({ mode: 'open' });
      outer.innerHTML = `<div><x-field name="${id}"></x-field></div>`;
      const inner = (outer.querySelector('x-field') as Element).attachShadow({ mode: 'open' });
      inner.innerHTML = '<label>Name <input id="input"></label><p></p>';
    }
    const before = errors.snapshotErrors(document);
    const root = find('#b').shadowRoot?.querySelector('x-field')?.shadowRoot as ShadowRoot;
    (root.querySelector('p') as Element).textContent = 'This name is too short';
    expect(errors.findShownErrors(document, before)).toEqual([root.querySelector('input')]);
    expect(errors.controlKey(root.querySelector('input') as Element)).toBe('b');
  });

  test('a component that is a field of its own', () => {
    const box = (mark = '') =>
      `<div><label id="l">Country</label><button role="combobox" aria-labelledby="l" ${mark}>No Land</button></div><input name="zip">`;
    expect(turned(box(), box('aria-invalid="true"'))).toEqual(['country']);
  });
});

describe('in odd places', () => {
  const product = (note: string) =>
    `<main><div><h1>Shirt</h1><p>Not for tumble dryers</p><div class="qty"><label for="q">Quantity</label><input id="q" name="q" type="number"></div><button>Add</button>${note}</div></main>`;
  const coupon = (note: string) =>
    `<form><input name="email"></form><div><h3>Voucher</h3><form><div><input name="code" aria-label="Code"><button>Apply</button></div>${note}</form></div>`;
  const terms = (note: string) =>
    `<form><input name="a"><p><label><input type="checkbox" name="terms"> I accept</label></p>${note}<button>OK</button></form>`;
  const row = (note: string) =>
    `<form><div class="row"><div><label for="a">City</label><input id="a" name="a"></div><div><label for="b">ZIP code</label><input id="b" name="b"></div>${note}</div></form>`;
  const radios = (note: string) =>
    `<form><input name="mail"><fieldset><legend><h2>Delivery</h2></legend><label><input type="radio" name="ship" value="a">A</label><label><input type="radio" name="ship" value="b">B</label>${note}</fieldset></form>`;
  const flat = (note: string) =>
    `<form><label for="a">City</label> <input id="a" name="a">${note}<br><label for="b">ZIP</label> <input id="b" name="b"></form>`;
  const above = (note: string) =>
    `<form><label for="a">City</label> <input id="a" name="a"><br><label for="b">ZIP</label>${note} <input id="b" name="b"></form>`;
  test.each<[string, (note: string) => string, string, string[]]>([
    ['a code that is refused', coupon, '<p>This code has expired</p>', ['code']],
    ['a code that is taken', coupon, '<p role="status">Code applied. You save 5 €</p>', []],
    ['terms', terms, '<div class="error">You must accept the terms</div>', ['terms']],
    ['terms, without a class', terms, '<div>You must accept the terms</div>', ['terms']],
    ['under a row, by name', row, '<p class="error">ZIP code: five digits please</p>', ['b']],
    ['a radio group', radios, '<span>Please choose how we deliver</span>', ['ship']],
    ['jQuery Validation', flat, '<label for="a" class="error" id="a-error">This field is required.</label>', ['a']],
    ['after a field in a flat form', flat, '<span>Please enter a city</span>', ['a']],
    ['between label and field in a flat form', above, '<span>Please enter this</span>', ['b']],
    ['too many of a thing', product, '<p role="alert" class="qty-error">You can only order 3</p>', []],
    ['nothing of a thing', product, '<p>Not available in this size</p>', []],
    ['a cart that says so', product, '<p role="alert">Shirt added to your cart. No delivery costs.</p>', []],
  ])('%s', (_, page, note, keys) => {
    expect(turned(page(''), page(note))).toEqual(keys);
  });
});

describe('no errors', () => {
  test.each([
    ['a success class', zip('class="is-valid"', '<div class="valid-feedback">Looks good</div>', 'form-field--success')],
    ['a tick', zip('', '<p role="alert">✓ No problem with this one</p>')],
    [
      'an info note',
      zip('', '<article class="alert alert-info" role="alert">Not in a hurry? Choose slow delivery</article>'),
    ],
    ['a Woo message', `<div class="woocommerce-message" role="alert">ZIP code saved</div>${zip()}`],
    ['an empty alert', zip('', '<p role="alert"></p>')],
    ['a hidden alert', zip('', '<p role="alert" hidden>Please enter your ZIP code</p>')],
    ['a hidden wrapper', zip('', '<div style="display:none"><p class="error">Please enter your ZIP code</p></div>')],
    ['a counter', zip('', '<span>12/80</span>')],
    ['a loading text', zip('', '<span role="alert">Please wait, checking…</span>')],
    ['suggestions', zip('', '<ul role="listbox"><li>No Mans Land</li></ul>')],
    ['a delivery estimate', zip('', '<span>Arrives 26.11.</span>')],
    ['a Tailwind variant', zip('class="aria-invalid:ring-destructive data-[invalid=true]:border peer-invalid:block"')],
    ['Angular’s own classes', zip('class="ng-invalid ng-untouched"')],
    ['a room for messages', zip('', '', 'js-error-container')],
    ['no error', zip('', '', 'no-error')],
    ['a toast for the cart', `${zip()}<div class="toast" role="alert">Added to cart. No ZIP code needed.</div>`],
    ['a chat', `${zip()}<div class="chat-widget"><p>Please enter your ZIP code</p><textarea></textarea></div>`],
    ['a cookie banner', `${zip()}<div id="cookie-bar" role="alert">Required cookies and your ZIP code</div>`],
    ['a route announcer', `${zip()}<next-route-announcer><p role="alert">City not found</p></next-route-announcer>`],
    ['an asterisk', zip('', '<abbr title="required">*</abbr>')],
    ['aria-invalid=false', zip('aria-invalid="false"')],
    [
      'a general text below the last field',
      zip().replace('</form>', '<p role="alert">Please check the fields above</p></form>'),
    ],
    ['a payment that failed', `${zip()}<p role="alert">Payment failed. Please check the City of your card.</p>`],
  ])('%s', (_, after) => {
    expect(turned(zip(), after)).toEqual([]);
  });

  test('a hint that was there, or that comes with the field itself', () => {
    const hint = zip('', '<p>Please enter five digits, no spaces</p>');
    expect(turned(hint, hint)).toEqual([]);
    expect(turned('<form><input name="email"></form>', hint)).toEqual([]);
  });

  test('a class that all fields have from the start', () => {
    const all = ['a', 'b', 'c'].map((name) => `<p><input name="${name}" class="error-check invalid"></p>`).join('');
    expect(turned(all, all)).toEqual([]);
  });

  test.each(['type="password"', 'autocomplete="cc-number"', 'autocomplete="one-time-code"', 'disabled'])(
    '%s',
    (what) => {
      expect(turned(zip(what), zip(`${what} aria-invalid="true"`, '<p class="error">Required</p>'))).toEqual([]);
    },
  );

  test('what the shop marks as not to be observed', () => {
    expect(turned(zip(), `<div data-waver-ignore>${zip('aria-invalid="true"')}</div>`)).toEqual([]);
  });

  test('what is typed', () => {
    const typed = (text: string) =>
      `<div><textarea name="a">${text}</textarea></div><div><div contenteditable="true" id="b">${text}</div></div>`;
    expect(turned(typed(''), typed('Error: this is required and invalid'))).toEqual([]);
  });
});

describe('on a fresh page', () => {
  test.each([
    [
      'Dawn',
      zip('aria-invalid="true" aria-describedby="m"', '<small class="form__message" id="m">Enter a ZIP code</small>'),
    ],
    [
      'PrestaShop',
      zip(
        '',
        '<div class="help-block"><ul><li class="alert alert-danger">Required</li></ul></div>',
        'form-group has-error',
      ),
    ],
    ['Shopware', zip('class="form-control is-invalid"', '<div class="invalid-feedback">Must not be empty</div>')],
    ['a summary', `<div class="alert alert-danger" role="alert"><ul><li>ZIP code is invalid</li></ul></div>${zip()}`],
  ])('%s', (_, html) => {
    expect(fresh(html)).toEqual(['zip']);
  });

  test.each([
    ['hints', zip('', '<p>Please enter five digits</p>')],
    ['a legend', `<p>* required</p>${zip('required', '<span class="error">*</span>')}`],
    [
      'feedback kept ready',
      zip('', '<div class="invalid-feedback" style="display:none">Please enter a ZIP code</div>'),
    ],
    ['an info alert', zip('', '<p class="alert alert-info" role="alert">We do not ship to islands</p>')],
    [
      'Shoelace',
      '<sl-input name="zip" data-required data-invalid></sl-input><sl-input name="b" data-optional></sl-input>',
    ],
  ])('not %s', (_, html) => {
    expect(fresh(html)).toEqual([]);
  });
});

describe('a payment that failed', () => {
  const failed = (before: string | null, after: string) => {
    if (before !== null) show(before);
    const snapshot = before === null ? null : errors.snapshotErrors(document);
    show(after);
    return errors.findPaymentFailure(document, snapshot);
  };
  test.each([
    'Your card was declined.',
    'Payment failed. Please try another card.',
    'We were unable to process your payment',
    'Ihre Zahlung konnte nicht verarbeitet werden.',
    'Ihre Karte wurde abgelehnt',
    'Votre carte a été refusée.',
    'Le paiement a échoué',
    'Tu tarjeta ha sido rechazada',
    'No se ha podido procesar el pago',
    'La carta è stata rifiutata',
    'Pagamento non riuscito',
    'Seu cartão foi recusado',
    'Não foi possível processar o pagamento',
    'De betaling is mislukt',
    'Je kaart is geweigerd',
    'お支払いに失敗しました',
    'このカードはご利用できません',
    '결제에 실패했습니다',
    '카드가 거절되었습니다',
    '支付失败，请重试',
    '信用卡付款失敗',
    '您的银行卡被拒绝',
  ])('%s', (text) => {
    expect(failed('<form></form>', `<form></form><p>${text}</p>`)).toBe(true);
    expect(failed(null, `<div class="alert-danger" role="alert">${text}</div>`)).toBe(true);
    expect(failed(null, `<p>${text}</p>`)).toBe(false);
  });
  test.each([
    ['a policy', '<p>If your payment fails, we will write to you.</p>'],
    ['a question', '<details open><summary>Cards</summary><p>Your card was declined by the bank</p></details>'],
    ['good news', '<p role="alert">✓ Payment complete, nothing was declined</p>'],
    ['a field', '<p role="alert">Please enter your card number</p>'],
    ['hidden', '<p role="alert" hidden>Your card was declined</p>'],
    ['the sum', '<p>Payment: 12 €</p>'],
  ])('not %s', (_, html) => {
    expect(failed('', html)).toBe(false);
  });
});

test('a payment that failed is no mistake in a field it mentions, also at the next try', () => {
  const failed = `${zip()}<p role="alert">Payment failed. Please check the City of your card.</p>`;
  show(zip());
  const before = errors.snapshotErrors(document);
  show(failed);
  expect(errors.findPaymentFailure(document, before)).toBe(true);
  const again = errors.snapshotErrors(document);
  expect(errors.findShownErrors(document, again)).toEqual([]);
  expect(errors.findPaymentFailure(document, again)).toBe(true);
});

describe('a key', () => {
  test.each([
    ['<input name="billing[zip]" id="x">', 'billing[zip]'],
    ['<input id="zip" autocomplete="postal-code">', 'zip'],
    ['<input id=":r3:" autocomplete="shipping postal-code">', 'postal-code'],
    ['<input id="«r3»" autocomplete="off" aria-label="ZIP / Postcode">', 'zip-postcode'],
    ['<input id="_r_3_" placeholder="ZIP code">', 'zip-code'],
    ['<label for="input-8f3a91">郵便番号</label><input id="input-8f3a91">', '郵便番号'],
    ['<label>Postal code * <input id="mui-42" value="secret"></label>', 'postal-code'],
    ['<input id="ember123" title="x">', 'ember123'],
    ['<input id="address2">', 'address2'],
    ['<input id="550e8400-e29b-41d4-a716-446655440000" aria-label="City">', 'city'],
    ['<select name=""><option>secret</option></select>', ''],
    ['<label><textarea>secret</textarea></label>', ''],
    [`<input aria-label="${'long '.repeat(20)}">`, 'long-long-long-long-long-long-long-long-'],
  ])('of %s is %s', (html, key) => {
    show(html);
    expect(errors.controlKey(find('input,select,textarea'))).toBe(key);
  });
});

describe('on a page that the form was sent to', () => {
  const answered = (html: string, referrer = document.URL) => {
    const spy = vi.spyOn(document, 'referrer', 'get').mockReturnValue(referrer);
    const found = fresh(html);
    spy.mockRestore();
    return found;
  };
  const red = (text: string) => `<font color="red" style="color: rgb(200, 0, 0)">${text}</font>`;
  const alert = '<div role="alert"><ul><li>ZIP code: enter a valid one, it is wrong</li></ul></div>';

  test('a list without a class names the field', () => {
    const page = zip().replace('<form>', `<div class="caixa-erro">${alert}</div><form>`);
    expect(answered(page)).toEqual(['zip']);
  });

  test('what stands at each field is how the shop writes, not an answer', () => {
    const page = zip('', red('please')).replace('name="city">', `name="city">${red('please')}`);
    expect(answered(page)).toEqual([]);
  });
});

test('a message that is still the same element may be left over from the try before', () => {
  const wrong = zip('', '<p class="error">Enter 5 digits</p>');
  const find = (isLate: boolean) => errors.findShownErrors(document, snapshot, isLate).map(errors.controlKey);
  show(zip());
  let snapshot = errors.snapshotErrors(document);
  show(wrong);
  expect(find(false)).toEqual(['zip']);
  snapshot = errors.snapshotErrors(document);
  expect(find(false)).toEqual([]);
  expect(find(true)).toEqual(['zip']);
  show(wrong);
  expect(find(false)).toEqual(['zip']);
});
