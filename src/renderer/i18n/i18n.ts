import { createInstance, type i18n as I18n, type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { english } from './resources.ts';

/** The catalogue. Everything the window says comes from here; React escapes what is put into a sentence. */
export const i18n: I18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  ns: Object.keys(english),
  resources: { en: english },
  interpolation: { escapeValue: false },
  initAsync: false,
});

type Namespaces = ['common', ...Exclude<keyof typeof english, 'common'>[]];

/** For what is said outside of components; there it is `useTranslation(['tasks', 'common'])`. */
export const t: TFunction<Namespaces> = i18n.t;
