import { de } from '../../../widgets/copy/de';
import { deAsk } from '../../../widgets/copy/deAsk';
import { en } from '../../../widgets/copy/en';
import { enAsk } from '../../../widgets/copy/enAsk';
import { enFormHelp } from '../../../widgets/copy/enFormHelp';
import { enNotice } from '../../../widgets/copy/enNotice';
import { enOffer } from '../../../widgets/copy/enOffer';
import { enPreferences } from '../../../widgets/copy/enPreferences';
import { ja } from '../../../widgets/copy/ja';
import { jaAsk } from '../../../widgets/copy/jaAsk';
import type { AskCopy, Copy } from '../../../widgets/copy/loadWords';

/** Every language, whole. */
export const copies = {
  en: { ...en, ...enFormHelp, ...enNotice, ...enOffer, ...enAsk, ...enPreferences },
  de: { ...de, ...deAsk },
  ja: { ...ja, ...jaAsk },
} satisfies Record<string, Copy & AskCopy>;
