import { chineseHash } from './chineseHash';
import { dutchComponents } from './dutchComponents';
import { englishSwaps } from './englishSwaps';
import { englishTailwind } from './englishTailwind';
import { frenchTabs } from './frenchTabs';
import { germanHash } from './germanHash';
import { italianComponents } from './italianComponents';
import { italianSpa } from './italianSpa';
import { japaneseServer } from './japaneseServer';
import { koreanSpa } from './koreanSpa';
import { portugueseServer } from './portugueseServer';
import { spanishTables } from './spanishTables';
import { taiwaneseDialog } from './taiwaneseDialog';

export const strangeShops = [
  spanishTables,
  italianSpa,
  dutchComponents,
  germanHash,
  englishTailwind,
  frenchTabs,
  japaneseServer,
  koreanSpa,
  chineseHash,
  portugueseServer,
  taiwaneseDialog,
  englishSwaps,
  italianComponents,
];
