import { Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { openLink } from '../../lib/openLink.ts';
import { useDraft } from '../drafts/useDraft.ts';
import { LineField } from '../records/LineField.tsx';
import { useClientUpdate } from './useClientUpdate.ts';

/** Whom to reach and where; each line is written in place. */
export function ClientContact({ client }: { client: Client }) {
  const { t } = useTranslation('clients');
  const { save } = useClientUpdate(client);
  const company = useDraft(`client:${client.id}:company`, {
    field: 'company',
    saved: client.company,
    version: client.version,
    save: (text, expectedVersion) => save({ company: text }, expectedVersion),
  });
  const email = useDraft(`client:${client.id}:email`, {
    field: 'email',
    saved: client.email,
    version: client.version,
    save: (text, expectedVersion) => save({ email: text }, expectedVersion),
  });
  const address = client.email.trim();
  return (
    <section aria-label={t('contact')} className="mb-5">
      <SectionTitle>{t('contact')}</SectionTitle>
      <div className="flex min-h-8 items-center">
        <LineField
          draft={company}
          label={t('company')}
          addLabel={t('addCompany')}
          editLabel={t('editField', { field: t('company') })}
          className="leading-8"
        />
      </div>
      <div className="flex min-h-8 items-center gap-2">
        <LineField
          draft={email}
          label={t('email')}
          addLabel={t('addEmail')}
          editLabel={t('editField', { field: t('email') })}
          inputMode="email"
          className="leading-8"
        />
        {address === '' ? null : (
          <Tooltip label={t('writeTo', { email: address })}>
            <a
              href={`mailto:${address}`}
              aria-label={t('writeTo', { email: address })}
              className="-my-0.5 -mr-1.5 ml-auto grid size-7 flex-none place-items-center rounded-md text-muted-foreground transition-state hover:bg-accent hover:text-foreground focus-inset"
              onClick={(event) => {
                event.preventDefault();
                openLink(`mailto:${address}`);
              }}
            >
              <Mail aria-hidden />
            </a>
          </Tooltip>
        )}
      </div>
    </section>
  );
}
