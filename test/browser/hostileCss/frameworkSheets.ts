import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Resets and frameworks as shops ship them: whole files out of their packages. */
const FILES: Readonly<Record<string, string>> = {
  bootstrap: 'bootstrap/dist/css/bootstrap.css',
  'bootstrap reboot': 'bootstrap/dist/css/bootstrap-reboot.css',
  bulma: 'bulma/css/bulma.css',
  milligram: 'milligram/dist/milligram.css',
  'modern-normalize': 'modern-normalize/modern-normalize.css',
  normalize: 'normalize.css/normalize.css',
  pico: '@picocss/pico/css/pico.css',
  'pico, classless': '@picocss/pico/css/pico.classless.css',
  pure: 'purecss/build/pure.css',
  'reset, by Eric Meyer': 'reset-css/reset.css',
  sanitize: 'sanitize.css/sanitize.css',
  'sanitize, forms': 'sanitize.css/forms.css',
  // Meant for Tailwind's compiler: the browser drops its few `--theme()` values and takes the rest.
  'tailwind preflight': 'tailwindcss/preflight.css',
  uikit: 'uikit/dist/css/uikit.css',
  'water, dark': 'water.css/out/dark.css',
  'water, light': 'water.css/out/light.css',
};

const read = (file: string) => readFileSync(join(import.meta.dirname, '../../../node_modules', file), 'utf8');

export const frameworkSheets: readonly { readonly name: string; readonly css: string }[] = Object.entries(FILES).map(
  ([name, file]) => ({ name, css: read(file) }),
);
