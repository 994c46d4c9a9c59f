import { html } from 'hono/html';

const attribute = (name, value) => (value ? html` ${name}="${value}"` : '');

const control = (name, field, value, access) => {
  const common = html`id="${name}" name="${name}" autocomplete="${field.autocomplete}"${access}`;
  if (field.options) {
    return html`<select ${common}>
      <option value="">Choose…</option>
      ${Object.entries(field.options).map(
        ([key, text]) => html`<option value="${key}" ${key === value ? html`selected` : ''}>${text}</option>`,
      )}
    </select>`;
  }
  return html`<input ${common} type="${field.type ?? 'text'}" value="${value}"
    ${attribute('inputmode', field.inputmode)}${attribute('pattern', field.pattern)}${attribute('title', field.title)} />`;
};

/** Label, control, hint and error, tied together the way a screen reader needs them. */
export const formField = (name, field, value = '', error = '') => {
  const described = [error && `${name}-error`, field.hint && `${name}-hint`].filter(Boolean).join(' ');
  const access = html`${field.required ? html` required` : ''}${error ? html` aria-invalid="true"` : ''}${attribute('aria-describedby', described)}`;
  return html`<div class="field field-${name}">
    <label for="${name}">${field.label}</label>
    ${control(name, field, value, access)}
    ${error ? html`<p class="field-error" id="${name}-error">${error}</p>` : ''}
    ${field.hint ? html`<p class="hint" id="${name}-hint">${field.hint}</p>` : ''}
  </div>`;
};
