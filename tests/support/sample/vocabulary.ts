/** What sample workspaces are written with: the work of small studios, in three languages. */
export interface Language {
  readonly verbs: readonly string[];
  readonly things: readonly string[];
  readonly details: readonly string[];
  /** Sentences of notes; `{thing}`, `{other}`, `{person}`, `{number}` and `{month}` are filled in. */
  readonly sentences: readonly string[];
  readonly headings: readonly string[];
  readonly months: readonly string[];
}

export const english: Language = {
  verbs: [
    ...['Send', 'Draft', 'Review', 'Check', 'Prepare', 'Fix', 'Update', 'Call about', 'Order', 'Plan', 'Invoice'],
    ...['Sketch', 'Measure', 'Translate', 'Archive', 'Compare', 'Print', 'Photograph', 'Negotiate', 'Test'],
  ],
  things: [
    ...['the revised quote', 'the landing page', 'the checkout', 'the print proofs', 'the contract', 'the price list'],
    ...['the onboarding mail', 'the floor plan', 'the portrait selection', 'the shipping rules', 'the cookie notice'],
    ...['the catalogue import', 'the icon set', 'the travel costs', 'the tariff table', 'the staging server'],
    ...['the font licence', 'the packaging mock-up', 'the tax documents', 'the photo brief', 'the search results page'],
    ...[
      'the newsletter',
      'the logo variants',
      'the accessibility report',
      'the domain transfer',
      'the interview notes',
    ],
    ...['the exhibition panels', 'the colour profile', 'the backup plan', 'the form errors', 'the sitemap'],
  ],
  details: [
    ...['with the printer', 'before the launch', 'for the second round', 'in three languages', 'after the call'],
    ...['for the board meeting', 'with the new figures', 'on small screens', 'for the autumn campaign', 'once more'],
    ...['with the accountant', 'for Switzerland', 'without the old header', 'from the archive', 'by hand'],
  ],
  sentences: [
    '{person} wants to see {thing} before {other}, not the other way round.',
    'We agreed on {number} pieces, delivered by the end of {month}.',
    'What worries {person} is {thing}: nobody has looked at it since {month}.',
    'The estimate covers {thing} and {other}; everything else is billed by the hour.',
    'Two options for {thing}. The first is cheaper, the second can be finished in {number} days.',
    'Ask {person} whether {other} can wait until {month}.',
    'Feedback was good on {thing}, lukewarm on {other}.',
    'The budget is {number} euros, and it has to last until {month}.',
    'Nothing is decided about {thing} yet, so no work on it this week.',
    '{person} sends {other} as a PDF, we keep the sources.',
  ],
  headings: ['Decided', 'Open questions', 'Numbers', 'Next steps', 'Background', 'What we saw'],
  months: ['January', 'March', 'April', 'June', 'July', 'September', 'October', 'December'],
};

export const italian: Language = {
  verbs: [
    ...['Inviare', 'Preparare', 'Rivedere', 'Controllare', 'Correggere', 'Aggiornare', 'Ordinare', 'Pianificare'],
    ...['Fatturare', 'Disegnare', 'Tradurre', 'Confrontare', 'Stampare', 'Fotografare', 'Provare'],
  ],
  things: [
    ...['il preventivo', 'la pagina iniziale', 'le bozze di stampa', 'il contratto', 'il listino', 'le etichette'],
    ...['la piantina', 'i ritratti', 'le regole di spedizione', 'il catalogo', 'le icone', 'le spese di viaggio'],
    ...['la licenza del carattere', 'il campione di carta', 'la dichiarazione IVA', 'la newsletter', 'il marchio'],
  ],
  details: [
    ...['con la tipografia', 'prima del lancio', 'per la seconda revisione', 'in tre lingue', 'dopo la chiamata'],
    ...['per la cantina', 'con i nuovi numeri', 'dal commercialista', 'senza fretta', 'per la Svizzera'],
  ],
  sentences: [
    '{person} vuole vedere {thing} prima di {other}.',
    'Abbiamo deciso: {number} pezzi, consegna entro fine {month}.',
    'Per {thing} servono ancora {number} giorni di lavoro.',
    'Chiedere a {person} se {other} può aspettare fino a {month}.',
    'Il budget è di {number} euro e deve bastare fino a {month}.',
    'Su {thing} non c’è ancora nulla di deciso.',
  ],
  headings: ['Deciso', 'Domande aperte', 'Numeri', 'Prossimi passi'],
  months: ['gennaio', 'marzo', 'maggio', 'giugno', 'settembre', 'novembre'],
};

export const german: Language = {
  verbs: [
    ...['Prüfen:', 'Schicken:', 'Vorbereiten:', 'Überarbeiten:', 'Bestellen:', 'Abrechnen:', 'Übersetzen:', 'Drucken:'],
    ...['Vergleichen:', 'Planen:', 'Testen:', 'Klären:'],
  ],
  things: [
    ...['das Angebot', 'die Startseite', 'die Druckfahnen', 'den Vertrag', 'die Preisliste', 'die Versandregeln'],
    ...['den Grundriss', 'die Porträts', 'den Katalogimport', 'die Schriftlizenz', 'die Reisekosten'],
    ...['die Umsatzsteuerunterlagen', 'den Rundbrief', 'die Farbprofile', 'die Ausstellungstafeln'],
  ],
  details: [
    ...['mit der Druckerei', 'vor dem Start', 'für die zweite Runde', 'in drei Sprachen', 'nach dem Gespräch'],
    ...['für die Schweiz', 'mit den neuen Zahlen', 'auf kleinen Bildschirmen', 'noch einmal'],
  ],
  sentences: [
    '{person} möchte zuerst {thing} sehen, dann {other}.',
    'Vereinbart sind {number} Stück, Lieferung bis Ende {month}.',
    'Für {thing} fehlen noch {number} Arbeitstage.',
    'Über {thing} ist noch nichts entschieden.',
    'Das Budget beträgt {number} Euro und muss bis {month} reichen.',
    '{person} schickt {other} als PDF.',
  ],
  headings: ['Entschieden', 'Offene Fragen', 'Zahlen', 'Nächste Schritte'],
  months: ['Januar', 'März', 'Mai', 'Juli', 'September', 'Dezember'],
};

export const people = [
  ...['Ingrid Solheim', 'Paolo Rossi', 'Amelia Finch', 'Chiara Bianchi', 'Jonas Kessler', 'Tor Hagen', 'Lucía Ortega'],
  ...['Søren Dahl', 'Marie Lefèvre', 'Żaneta Nowak', 'Aoife Byrne', 'Matteo Greco', 'Anneke de Vries', 'Elif Yıldız'],
] as const;

export const firms = [
  ...['Nordlys Energi', 'Rossi Vini', 'Harbour & Finch', 'Studio Legale Bianchi', 'Kessler Architekten', 'Ortega Cine'],
  ...['Dahl Møbler', 'Atelier Lefèvre', 'Nowak Piekarnia', 'Byrne Boats', 'Greco Ceramiche', 'De Vries Tulpen'],
  ...['Yıldız Tekstil', 'Tannhof Käserei', 'Fjord Ferries', 'Libreria Sette', 'Moss & Stone', 'Alpenblick Hotel'],
] as const;

export const undertakings = [
  ...['relaunch', 'identity', 'annual report', 'catalogue', 'website', 'packaging', 'dashboard', 'exhibition'],
  ...['newsletter', 'signage', 'photo archive', 'booking page', 'brand guide', 'translation', 'campaign', 'shop'],
] as const;

/** The first ones are used most. */
export const labels = [
  ...['print', 'checkout', 'copy', 'tax', 'photo', 'call', 'waiting', 'legal', 'web', 'urgent', 'travel', 'proof'],
  ...['colour', 'quote', 'idea', 'accessibility', 'mobile', 'Italian', 'German', 'archive', 'errand', 'long read'],
] as const;

/** RFC 5545 rules that freelancers keep: invoices, backups, the tax office. */
export const rules = [
  'FREQ=WEEKLY;BYDAY=MO',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
  'FREQ=MONTHLY;BYMONTHDAY=1',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=YEARLY',
] as const;
