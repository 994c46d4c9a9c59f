import { de } from '../../../widgets/copy/de';
import { en } from '../../../widgets/copy/en';
import { enFormHelp } from '../../../widgets/copy/enFormHelp';
import { enPreferences } from '../../../widgets/copy/enPreferences';
import { ja } from '../../../widgets/copy/ja';
import type { Copy } from '../../../widgets/copy/loadWords';

/** Every language, whole. */
export const copies = { en: { ...en, ...enFormHelp, ...enPreferences }, de, ja } satisfies Record<string, Copy>;
