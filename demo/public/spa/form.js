import { element } from './element.js';

const fields = [
  ['email', 'Email', { type: 'email', autocomplete: 'email' }],
  ['name', 'Full name', { autocomplete: 'name' }],
  ['street', 'Street and number', { autocomplete: 'address-line1' }],
  ['city', 'City', { autocomplete: 'address-level2' }],
  [
    'postal',
    'ZIP code',
    { autocomplete: 'postal-code', inputmode: 'numeric', pattern: '[0-9]{5}', title: 'Five digits, for example 04101' },
  ],
];

const halves = ['city', 'postal'];

/** The browser checks it; `order` hears of it only when everything is right. */
export const form = (order) =>
  element(
    'form',
    {
      class: 'checkout',
      submit: (event) => {
        event.preventDefault();
        order();
      },
    },
    element(
      'fieldset',
      { class: 'fields' },
      element('legend', {}, 'Delivery address'),
      ...fields.map(([name, label, attributes]) =>
        element(
          'div',
          { class: `field ${halves.includes(name) ? 'field-half' : ''}` },
          element('label', { for: name }, label),
          element('input', { id: name, name, required: true, ...attributes }),
        ),
      ),
    ),
    element('button', { class: 'button button-wide' }, 'Place order'),
    element('p', { class: 'hint' }, 'Demo: nothing is charged and nothing is sent.'),
  );
