import { ar } from '../../../widgets/copy/ar';
import { arAsk } from '../../../widgets/copy/arAsk';
import { de } from '../../../widgets/copy/de';
import { deAsk } from '../../../widgets/copy/deAsk';
import { en } from '../../../widgets/copy/en';
import { enAsk } from '../../../widgets/copy/enAsk';
import { enDelivery } from '../../../widgets/copy/enDelivery';
import { enFormHelp } from '../../../widgets/copy/enFormHelp';
import { enNotice } from '../../../widgets/copy/enNotice';
import { enOffer } from '../../../widgets/copy/enOffer';
import { enPreferences } from '../../../widgets/copy/enPreferences';
import { enWhy } from '../../../widgets/copy/enWhy';
import { es } from '../../../widgets/copy/es';
import { esAsk } from '../../../widgets/copy/esAsk';
import { fr } from '../../../widgets/copy/fr';
import { frAsk } from '../../../widgets/copy/frAsk';
import { he } from '../../../widgets/copy/he';
import { heAsk } from '../../../widgets/copy/heAsk';
import { it } from '../../../widgets/copy/it';
import { itAsk } from '../../../widgets/copy/itAsk';
import { ja } from '../../../widgets/copy/ja';
import { jaAsk } from '../../../widgets/copy/jaAsk';
import { ko } from '../../../widgets/copy/ko';
import { koAsk } from '../../../widgets/copy/koAsk';
import type { AskCopy, Copy } from '../../../widgets/copy/loadWords';
import { nl } from '../../../widgets/copy/nl';
import { nlAsk } from '../../../widgets/copy/nlAsk';
import { pt } from '../../../widgets/copy/pt';
import { ptAsk } from '../../../widgets/copy/ptAsk';
import { zhHans } from '../../../widgets/copy/zhHans';
import { zhHansAsk } from '../../../widgets/copy/zhHansAsk';
import { zhHant } from '../../../widgets/copy/zhHant';
import { zhHantAsk } from '../../../widgets/copy/zhHantAsk';

/** Every language, whole, by its locale. */
export const copies = {
  en: { ...en, ...enDelivery, ...enFormHelp, ...enNotice, ...enOffer, ...enAsk, ...enPreferences, ...enWhy },
  de: { ...de, ...deAsk },
  fr: { ...fr, ...frAsk },
  es: { ...es, ...esAsk },
  it: { ...it, ...itAsk },
  pt: { ...pt, ...ptAsk },
  nl: { ...nl, ...nlAsk },
  ja: { ...ja, ...jaAsk },
  ko: { ...ko, ...koAsk },
  'zh-Hans': { ...zhHans, ...zhHansAsk },
  'zh-Hant': { ...zhHant, ...zhHantAsk },
  ar: { ...ar, ...arAsk },
  he: { ...he, ...heAsk },
} satisfies Record<string, Copy & AskCopy>;
