import { type Wording, wordSet } from './wording.ts';

const TASK = "(?:attivita'?|task|compit[oi]|promemoria|cosa da fare|todo|to-do|appunto)";

export const italian: Wording = {
  language: 'it',
  marks: wordSet(`
    il lo la gli le un uno una di del dello della dei degli delle dell al allo alla ai agli alle dal dallo dalla dai dalle nel nello
    nella nei nelle sul sullo sulla sui sulle con per tra fra in su da ma se che non piu come anche ancora gia solo poi ed od
    io tu lui lei noi voi mi ti ci vi si me te mio mia miei mie tuo tua nostro questo questa questi queste quello quella quelli
    cosa cos che chi dove quando perche quanto quanti quante quale quali qual
    sono sei siamo era erano stato stata stati state ho hai ha abbiamo hanno devo devi deve dobbiamo bisogna posso puoi potresti
    voglio vorrei fare fatto fatta fatti detto dice dire scritto serve resta restano rimane manca
    oggi domani ieri dopodomani avantieri stasera stamattina domattina mattina pomeriggio sera notte mezzogiorno
    giorno giorni giornata settimana settimane mese mesi anno anni ora ore entro ogni tutti tutte tutto nulla niente due tre
    lunedi martedi mercoledi giovedi venerdi sabato domenica
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    prossimo prossima prossimi prossime scorso scorsa scorsi ultimo ultima ultimi ultime
    scade scadono scaduto scaduta scaduti scadute scadenza scadenze ritardo arretrati aperto aperta aperti aperte sospeso
    attivita compiti promemoria nota note progetto progetti cliente clienti suggerimenti suggerimento proposte traguardo traguardi
    tappe impegni novita cambiato cambiata nuovo nuova nuovi nuove riepilogo riassunto riassumi
    cerca cercami trova trovami mostra mostrami dimmi dammi fammi elenca aggiungi ricordami ricordati ricorda dimenticare
    fattura fatture preventivo preventivi riunione riunioni contratto bozza bozze spedizione consegna ordine ordini
    telefono telefonata indirizzo numero appuntamento foto sito testi
    bene va si programma
    alta alto media bassa basso priorita urgente importante
    ciao salve buongiorno buonasera grazie aiuto prego favore altro altri altre altra`),
  verbs: wordSet(`
    accettare acquistare aggiornare aggiungere aggiustare allegare analizzare annullare appendere approvare aprire archiviare
    arrivare ascoltare aspettare assegnare avvisare avviare caricare cambiare cancellare cercare chiamare chiarire chiedere chiudere
    comprare comunicare compilare completare comporre concordare configurare confermare confrontare consegnare contare contattare
    controllare convertire copiare correggere costruire creare decidere definire delegare depositare descrivere discutere disdire
    disegnare distribuire dividere dire eliminare emettere esaminare esportare estrarre fare fatturare finire firmare fissare
    fotografare generare gestire guardare imballare imbustare importare impostare incassare incontrare indicare informare iniziare
    inserire installare integrare intervistare inviare invitare lanciare lavare leggere liberare mandare mettere migliorare
    misurare modificare montare mostrare noleggiare notificare offrire ordinare organizzare ottenere pagare parlare parcheggiare
    passare pensare piantare pianificare portare preparare prendere prenotare presentare progettare programmare proporre provare
    pubblicare pulire raccogliere realizzare recuperare redigere registrare rendere restituire revisionare ricevere richiamare
    richiedere ricontrollare ridurre rifare rilasciare rimandare rimborsare rinnovare riordinare riparare riprendere risolvere
    rispondere ritirare ritoccare riunire rivedere sbloccare scaricare scattare scegliere scrivere scansionare sentire
    sistemare sollecitare sostituire spedire spiegare spostare stabilire stampare stendere stimare studiare svuotare tagliare
    telefonare terminare testare togliere tradurre trasferire trovare valutare vendere verificare versare visitare vedere
    chiama richiama telefona manda invia scrivi rispondi compra acquista ordina paga prepara prenota controlla verifica aggiorna
    chiedi fissa organizza sposta stampa spedisci consegna ritira porta prendi leggi rivedi correggi finisci completa chiudi apri
    pubblica carica scarica sistema crea disegna traduci firma fattura sollecita conferma annulla disdici rinnova pulisci`),
  verbForms: [
    { pattern: /r(?:mi|ti|si|ci|vi|lo|la|li|le|ne|gli|glielo|gliela|melo|mela)$/u, plain: 're' },
    { pattern: /^ri(?=[a-z]{4,}re$)/u, plain: '' },
  ],
  hasVerbLast: false,
  zuVerb: null,
  questionWords: wordSet(`
    cosa cos che chi come com dove dov quando quand perche quanto quanti quante quanta quale quali qual c e ci sono ho hai abbiamo sai puoi
    puo potresti riesci ricordi esiste esistono`),
  states: /^(?:e|sono|era|erano|sara)\b/iu,
  polite:
    /^(?:(?:ok|okay|ciao|ehi|hey|salve|buongiorno|per favore|per piacere|e|poi|anche|allora|quindi|dunque)\b[\s,]*)+/iu,
  checkpointLead:
    /^(?:(?:(?:puoi|potresti|vorrei|voglio|devo) )?(?:aggiungi|aggiungere|crea|creare|metti|mettere|inserisci|inserire|imposta|fissa|fissare|nuov[oa]|proponi|suggerisci|pianifica)(?:mi)?\s+)?(?:per favore\s+)?(?:un'|un\s+|una\s+|il\s+|la\s+)?(?:nuov[oa]\s+)?(?:checkpoint|milestone|traguardo|tappa)\b(?:\s+(?:chiamat[oa]|intitolat[oa]|dal titolo|per)\b)?\s*:?\s*/iu,
  taskLeads: [
    /^(?:(?:puoi|potresti) )?(?:per favore )?(?:ricordami|ricordarmi|ricordaci|mi ricordi|mi ricordate|mi (?:puoi|potresti) ricordare)\s+(?:di |che |del |della |dell'|il |la )?/iu,
    new RegExp(
      String.raw`^(?:(?:puoi|potresti|vorrei|voglio) )?(?:per favore )?(?:aggiungi|aggiungere|crea|creare|metti|mettere|inserisci|inserire|segna|segnare|annota|manda|fa|fam|nuov[oa]|proponi|suggerisci)(?:mi)?\s+(?:un'|un\s+|una\s+|il\s+|la\s+|l')?(?:nuov[oa]\s+)?${TASK}(?:\s+(?:a|con|di)?\s*(?:priorita )?(?:alta|media|bassa)(?: priorita)?)?(?![\p{L}])(?:\s+(?:chiamat[oa]|intitolat[oa]|dal titolo|per|di)(?![\p{L}]))?\s*:?\s*`,
      'iu',
    ),
    new RegExp(String.raw`^(?:nuov[oa] )?${TASK}\s*:\s*`, 'iu'),
    /^(?:da fare|nota per me|aggiungi|segna)\s*:\s*/iu,
    /^aggiungi\s+(?:di\s+)?(?=[a-z]+(?:are|ere|ire)\b)/iu,
    /^(?:non (?:dimenticare|dimenticarti|dimentichiamo|scordare|scordarti|farmi dimenticare)|ricordati|ricordarsi|ricorda)\s+(?:di |che )?/iu,
    /^(?:segna|segnati|annota|segnami)\s*:?\s+(?:di |che )?/iu,
  ],
  needLeads: [
    /^(?:io |noi )?(?:devo|dovrei|dobbiamo|dovremmo|voglio|vorrei|vogliamo|ho da|abbiamo da|c'e da|bisogna|bisognerebbe|occorre|mi tocca)\s+(?:ancora |anche )?/iu,
  ],
  leadEnd: /(?!)/u,
  titleStart: /^(?:di|che|a|per)\s+/iu,
  titleEnd: /\s+(?:e|per|entro|il|la|alle|di|da|del|dal|a|in|con)$/iu,
  and: 'e',
  hello:
    /^(?:ciao|salve|ehi|ehila|hey|buongiorno|buon giorno|buonasera|buona sera|buon pomeriggio|buondi)(?: (?:a te|adiuva|a tutti))?[\s!.?,]*$/iu,
  thanks:
    /^(?:(?:ok|perfetto|ottimo|bene|benissimo)[\s,!]+)?(?:mille grazie|grazie(?: (?:mille|tante|infinite|molte|a te))?|ti ringrazio)[\s!.]*$/iu,
  help: /^(?:aiuto|aiutami|(?:che )?cosa (?:sai|puoi|posso) (?:fare|chiederti)(?: (?:qui|tu|per me))?|che (?:sai|puoi) fare|chi sei|come (?:funzioni|funziona|ti uso|si usa)|come puoi aiutarmi)[\s!.?]*$/iu,
  asksToAdd:
    /^\s*(?:per favore )?(?:aggiungi|aggiungere|crea|creare|metti|nuov[oa]|ricordami|inserisci|segna|annota|fissa|suggerisci|proponi|pianifica|organizza)\b/iu,
  breaksDown:
    /^\s*(?:per favore )?(?:pianifica\w*|(?:fai|fammi|crea|creami|prepara|preparami) un piano\b|(?:dividi|scomponi|suddividi)\b)/iu,
  plan: /^(?:per favore )?(?:aiutami a )?(?:pianifica|pianificare|pianificami|organizza|organizzare|organizzami)\s+(?:la |il |questa )?(?:mi[ao] )?(?:giornata|settimana|oggi)\b/iu,
  week: /\bsettimana\b/iu,
  ideas:
    /^(?:(?:per favore|puoi|potresti|vorrei che tu)\s+)*(?:aiuta(?:mi|rmi) (?:a|con) |(?:suggerisci|suggerire|suggerirmi|suggeriscimi|proponi|proponimi|proporre|propormi|dammi|darmi|trova|trovami|inventa|crea|genera|pensa a)\s+(?:(?:un|una|un'|le|i|gli|qualche|alcun[ei]|delle|dei|degli|altr[ei]|nuov[ei]|prossim[ei]|prim[ei]|due|tre|quattro|cinque|\d+)\s+){0,3}(?:idee|idea|attivita|task|compiti|passi|passaggi|checkpoint|milestone|traguardi|piano)\b|(?:suddividi|dividi|scomponi|spezza)\b|(?:pianifica|organizza) (?:il|questo|la|questa) (?:progetto|mese|lancio)\b)/iu,
  tasksWithin:
    /\b(?:suggerisci|proponi|crea|estrai|ricava|trova|aggiungi|prendi|quali)\b.*\b(?:attivita|task|compiti|cose da fare|azioni)\b.*(?:\b(?:da|in|di|dal|nel|nella|dalla|con)\b.*\b(?:quest[ao]|qui|nota|progetto)\b|\bqui\b)|\b(?:suddividi|dividi|scomponi) quest[ao]\b/iu,
  related:
    /\b(?:altr[eai]|simil[ei]|collegat[eiao]|correlat[eiao]|quali)\b.*\b(?:note|nota|attivita|task)\b.*\b(?:quest[oaei]|qui|ne|simil[ei])\b|\bnote (?:simili|collegate|correlate)\b/iu,
  about:
    /^(?:per favore )?(?:riassumi|riassumimi|riassumilo|riassumila|riepiloga|sintetizza|spiega|spiegami|descrivi|leggi|leggimi|mostra|mostrami|cita)(?: (?:mi|quest[oa]|qui)\b|$|[.!?])|^(?:che cosa|cosa|di (?:che|cosa|che cosa)|chi|quando|dimmi|fammi)\b.*\b(?:quest[oa] (?:nota|attivita|task|progetto|cliente)|qui dentro|riassunto|di questo)\b/iu,
  searchLead:
    /^(?:(?:puoi|potresti|per favore) )*(?:cerca|cercami|cercare|trova|trovami|trovare|mostra|mostrami|mostrarmi|fammi vedere|dimmi|dirmi|cita|apri|riassumi|riassumimi|riassumere)(?: (?:tutt[oeai]|tutto quello|tutto cio))?(?: (?:le|la|il|gli|i))?(?: (?:note|nota|testo|appunti))?(?: (?:su|sul|sulla|sullo|sui|sulle|di|del|della|dello|per|con|che parlano di|che parla di|che dice|riguardo a))? /iu,
  searchVerb:
    /^(?:per favore )?(?:cerca|cercami|trova|trovami|mostra|mostrami|fammi vedere|dimmi|cita|dove|riassumi|riassumimi)\b/iu,
  stopWords: wordSet(`
    il lo la i gli le l un uno una di d del dello della dei degli delle dell a ad al allo alla ai agli alle all da dal dallo dalla
    dai dalle dall in nel nello nella nei nelle nell su sul sullo sulla sui sulle sull con per tra fra e ed o ma se che c cosa cos
    chi come dove quando perche quanto quale quali qual era erano sono sei siamo stato stata ha ho hai abbiamo hanno aveva
    mi ti si ci vi me te lui lei noi voi loro mio mia tuo tua suo sua questo questa questi queste quello quella ne non piu
    detto dice dire diceva scritto scrive scritta parla parlato parlano devo dovrei posso riguardo proposito sai so sapere ancora anche gia`),
  lists: {
    start:
      /^(?:(?:per favore )?(?:elenca|elencami|mostra|mostrami|dimmi|dammi|fammi vedere|lista)\b|(?:le |i |gli |il |la |le mie |i miei |tutt[ei] (?:le |i |gli )?(?:mie |miei )?)*(?:in ritardo|in scadenza|scadut[oiae]|scadenze|scade|arretrati|apert[ei]|prossim[eio]|prossima settimana|agenda|programma|impegni|attivita|task|compiti|cose da fare|todo|to-do|checkpoint|milestone|traguard[oi]|tappe|suggeriment[oi]|proposte|novita|da fare|brief|briefing|riepilogo)\b)/iu,
    other: /^(?:quando|chi|dove|perche)\b/iu,
    overdue: /\b(?:in ritardo|scadut[oiae]|arretrat[oiae]|rimast[oiae] indietro|fuori tempo|oltre la scadenza)\b/iu,
    alsoNext: /\b(?:e|poi)\b.*\b(?:prossim[oiae]|in arrivo|dopo|scade|scadono|in scadenza)\b/iu,
    changes:
      /\b(?:cosa|che)\b.*\b(?:cambiat[oa]|successo|di nuovo|di nuovo c'e)\b|\bnovita\b|\b(?:modifiche|cambiamenti)\b/iu,
    done: /\b(?:ho|abbiamo)\b(?: gia| poi)? (?:fatt[oiae]|finit[oiae]|completat[oiae]|conclus[oiae]|chius[oiae]|terminat[oiae]|combinato|lavorato|portato a termine)\b|\bcosa\b.*\bstat[oiae] (?:fatt|finit|completat|conclus|chius)[oiae]\b|\b(?:attivita|task|compiti|cose)(?: gia)? (?:fatt|finit|completat|conclus|chius)[ie]\b/iu,
    checkpoints: /\b(?:checkpoint|milestone|traguard[oi]|tapp[ae])\b/iu,
    suggestions:
      /\b(?:suggeriment[oi]|proposte|in attesa di (?:approvazione|conferma)|da approvare|(?:devo|posso|dovrei) approvare)\b/iu,
    brief:
      /^(?:(?:mostra|mostrami|dammi|fammi|leggi|leggimi|scrivi|prepara)(?:mi)? )?(?:il |un |mio |del |la )*(?:brief|briefing)\b|\b(?:riepilogo|riassunto|punto)(?: (?:di|del|della))? (?:giornata|giorno|oggi|mattina)\b|\briassumi (?:la )?(?:mia )?(?:giornata|oggi)\b/iu,
    due: /\b(?:scad(?:e|ono|ra|ranno|eva|evano)|scadenze|scadenza(?! del)|agenda|in programma|programma|impegn[oi]|da fare|c'e (?:qualcosa|altro) per|(?:cosa|che) (?:faccio|facciamo)|devo (?:ancora )?(?:fare|finire|consegnare|occuparmi)|dobbiamo (?:fare|finire|consegnare)|mi aspetta|ci aspetta|mi tocca|previst[oiae]|in arrivo)\b|^(?:che )?(?:cosa |che )?(?:ho|abbiamo|c'e) (?:per |in programma |di bello )*(?:oggi|domani|dopodomani|stasera|questa|la (?:prossima|settimana)|nei|nel|in settimana|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)\b(?!.*\b(?:scritto|detto|annotato|segnato)\b)/iu,
    ahead: /\b(?:prossim[eio]|in arrivo)\b/iu,
    open: /\b(?:apert[oiae]|rest[ao](?:no)?|riman(?:e|gono)|manca(?:no)?|non (?:e )?(?:finit|completat)[oiae])\b|\b(?:attivita|task|compiti|cose da fare)\b(?! (?:che parl|su|sul|sulla))/iu,
    forTasks:
      /\b(?:attivita|task|compiti|cose da fare|da fare|impegni|lavoro)\b|^(?:e )?(?:(?:che )?cosa |che |cos'|quali |quanto )(?:e|c'e|ci|resta|restano|rimane|rimangono|manca|mancano|per|(?:ho|abbiamo)(?= (?:da|in|per|oggi|domani|dopodomani|stasera|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|questa|la|nei|nel|ancora)\b| *\?*$))\b|^(?:e )(?:per |di )?(?:oggi|domani|dopodomani|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)\b/iu,
  },
  spans: {
    thisWeek: /\b(?:questa settimana|in settimana|della settimana|di settimana|settimana corrente)\b/iu,
    nextWeek: /\b(?:prossima settimana|settimana (?:prossima|che viene|entrante))\b/iu,
    lastWeek: /\b(?:scorsa settimana|settimana (?:scorsa|passata)|ultima settimana)\b/iu,
    thisMonth: /\b(?:questo mese|mese corrente)\b/iu,
    nextMonth: /\b(?:prossimo mese|mese (?:prossimo|che viene))\b/iu,
    lastMonth: /\b(?:scorso mese|mese (?:scorso|passato)|ultimo mese)\b/iu,
    yesterday: /\b(?:ieri|ier sera)\b/iu,
    dayBeforeYesterday: /\b(?:l'altro ieri|ieri l'altro|altro ieri|avantieri|avant'ieri)\b/iu,
    nextDays: /\bprossim[ie] (?<n>\d{1,2}) (?<unit>giorni|settimane)\b/iu,
    lastDays: /\bultim[ie] (?<n>\d{1,2}) (?<unit>giorni|settimane)\b/iu,
    last: /\b(?:scors[oa]|passat[oa]|ultim[oa])\b/giu,
    until: /^(?:entro|fino|prima)\b/iu,
    of: /\b(?:di|del|della|dello|dell|da|dal|e)(?=[ '])/giu,
  },
  work: /\b(?:attivita|task|compit[oi]|promemoria|checkpoint|milestone|traguard[oi]|scadenz[ae]|scad(?:e|ono|ut[oiae])|in ritardo|ricordami|pianifica|progett[oi]|client[ei]|da fare)\b/iu,
};
