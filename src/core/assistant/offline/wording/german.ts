import { type Wording, wordSet } from './wording.ts';

/** First parts of verbs that stand apart in other forms: "anrufen", "ich rufe an", "anzurufen". */
const PREFIX =
  '(ab|an|auf|aus|bei|durch|ein|fertig|fest|frei|heraus|hoch|los|mit|nach|uber|ueber|um|vor|weg|weiter|zuruck|zurueck|zusammen|zu)';
const TASK = '(?:aufgaben?|to-?dos?|erinnerung|task)';

export const german: Wording = {
  language: 'de',
  marks: wordSet(`
    der die das den dem des ein eine einen einem einer eines und oder aber wenn dass weil als ob also
    ist sind war waren wird werden wurde wurden bin bist hat hast habe haben hab hatte kann kannst konnen koennen muss musst
    mussen muessen soll sollte sollen will wollen mochte moechte darf gibt gib geht steht stehen liegt tun machen gemacht getan
    ich du er sie es wir ihr mir mich dir dich uns euch mein meine meinen meinem meiner dein deine
    was wer wen wem wo wann warum wieso wie welche welcher welches welchen wieviel worum wozu
    nicht kein keine keinen alle alles etwas nichts noch schon auch nur sehr mal bitte mit ohne von vom zu zum zur bei beim fur
    fuer an am auf aus in im ins nach vor seit bis uber ueber unter um ab gegen durch dazu daran hier
    heute morgen gestern ubermorgen uebermorgen vorgestern abend fruh vormittag nachmittag mittag tag tage tagen woche wochen
    monat monate monaten jahr uhr wochenende so
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    januar februar marz maerz mai juni juli oktober dezember
    nachste nachsten nachster nachstes naechste naechsten naechster letzte letzten letzter letztes vergangene vergangenen
    diese diesen dieser dieses diesem kommende kommenden jeden jede jedes jeder taglich taeglich
    fallig faellig uberfallig ueberfaellig uberfallige ueberfaellige offen offene offenen erledigt erledigte erledigten geschafft
    verspatet verspaetet verzug neu neue neuen neues geandert geaendert anderungen aenderungen
    aufgabe aufgaben notiz notizen kunde kunden projekt projekte vorschlag vorschlage vorschlaege meilenstein meilensteine
    termin termine frist fristen erinnerung erinnere erinner vergiss vergessen suche such finde zeig zeige zeigen liste
    fass fasse zusammen zusammenfassung gesagt sagt geschrieben schreibt
    rechnung rechnungen angebot angebote vertrag entwurf entwurfe entwuerfe versand lieferung bestellung bestellungen
    telefonnummer adresse besprechung nummer unterlagen bericht texte fotos zettel
    wochenplan tagesplan gut ja nein
    hoch hohe hoher mittel niedrig niedrige prioritat prioritaet dringend wichtig eilig
    hallo moin servus danke dank guten hilfe hilf tagesbrief`),
  verbs: wordSet(`
    abgeben abholen abklaren abklaeren abnehmen abrechnen absagen abschicken abschliessen abschließen absenden absprechen abstimmen
    aktualisieren analysieren anbieten andern aendern anfangen anfordern anfragen ankundigen ankuendigen anlegen anmelden anpassen
    anrufen anschauen ansehen anschreiben antworten archivieren aufbauen aufnehmen aufraumen aufraeumen aufsetzen ausdrucken
    ausfullen ausfuellen ausliefern auspacken ausprobieren aussuchen auswahlen auswaehlen auswerten bauen beantragen beantworten
    bearbeiten beauftragen beenden beginnen begleichen benachrichtigen berechnen besorgen besprechen bestatigen bestaetigen
    bestellen besuchen bewerten bezahlen buchen bringen danken definieren diskutieren drucken durchgehen durchlesen einholen
    einkaufen einladen einpacken einplanen einreichen einrichten einscannen einsetzen einstellen eintragen einzahlen entscheiden
    entwerfen entwickeln erganzen ergaenzen erinnern erklaren erklaeren erledigen erneuern ersetzen erstellen exportieren
    fertigmachen festlegen finden formulieren fotografieren fragen freigeben fuhren fuehren geben gestalten giessen gießen
    gratulieren heraussuchen hochladen holen importieren informieren installieren kaufen klaren klaeren kontaktieren kontrollieren
    konzipieren kopieren korrigieren kundigen kuendigen laden lesen liefern loschen loeschen losen loesen machen mahnen melden
    messen mieten mitbringen mitteilen nachfassen nachfragen nachhaken nachprufen nachpruefen notieren ordnen organisieren packen
    planen posten prasentieren praesentieren prufen pruefen putzen rechnen recherchieren reduzieren reparieren reservieren
    retuschieren schauen scannen schicken schliessen schließen schneiden schreiben sehen senden sichern skizzieren sortieren
    sprechen starten stellen stornieren streichen suchen teilen telefonieren testen treffen ubergeben uebergeben uberarbeiten
    ueberarbeiten uberprufen ueberpruefen ubersetzen uebersetzen uberweisen ueberweisen umbauen unterschreiben verbessern
    vereinbaren verfassen vergleichen verhandeln verkaufen verlangern verlaengern veroffentlichen veroeffentlichen verpacken
    verschicken verschieben versenden vorbereiten vorlegen vorstellen wahlen waehlen warten wechseln zahlen zeichnen zurucksenden
    zuruckrufen zurueckrufen zuruckschicken zusammenstellen zusenden zustellen hinzufugen hinzufuegen
    ruf rufe schick schicke sende schreib schreibe kauf kaufe bestell bestelle bezahl bezahle zahl zahle buch buche prufe pruefe
    pruf mach mache erstell erstelle bereite bring bringe hol hole besorg besorge frag frage druck drucke mail maile antworte
    vereinbare reserviere organisiere`),
  verbForms: [
    { pattern: new RegExp(`^${PREFIX}zu(?=[a-zß]{3,}n$)`, 'u'), plain: '$1' },
    { pattern: new RegExp(`^(?:${PREFIX}|ver|be|er|ent)(?=[a-zß]{4,}n$)`, 'u'), plain: '' },
  ],
  hasVerbLast: true,
  zuVerb: new RegExp(`^${PREFIX}zu(?=[a-zß]{3,}n$)`, 'u'),
  questionWords: wordSet(`
    was wer wen wem wessen wo wohin woher wann warum wieso weshalb wie welche welcher welches welchen welchem wieviel worum womit
    woran ist sind war waren hat hast habe haben hab kann kannst konnen koennen konntest koenntest muss soll sollte darf gibt gibts
    steht stehen liegt weisst weißt wurde wurden wird werden`),
  states: /^(?:ist|sind|war|waren|wird)\b/iu,
  polite: /^(?:(?:ok|okay|hallo|hey|hi|bitte|und|dann|auch|also|moin)\b[\s,]*)+/iu,
  checkpointLead:
    /^(?:(?:(?:kannst|konntest|koenntest) du |ich (?:will|mochte|moechte) )?(?:bitte )?(?:fuge?|fuege?|leg|lege|erstell|erstelle|mach|mache|setz|setze|plan|plane|trag|trage|schlag|schlage|neue[rn]?)\s+)?(?:mir\s+|bitte\s+)*(?:den\s+|einen\s+|ein\s+)?(?:neuen\s+|neuer\s+)?(?:checkpoint|meilenstein|milestone)\b(?:\s+(?:hinzu|an|ein|vor)(?=\s*[:,]))?(?:\s+(?:namens|mit dem titel|mit dem namen|fur|fuer)\b)?\s*[:,]?\s*/iu,
  taskLeads: [
    /^(?:(?:kannst|konntest|koenntest) du )?(?:bitte )?(?:erinnere?|erinner|erinnerst du) (?:mich|uns)(?: bitte)?(?:\s+daran)?,?\s+(?:dass (?:ich|wir) )?/iu,
    new RegExp(
      String.raw`^(?:(?:kannst|konntest|koenntest) du |ich (?:will|mochte|moechte) )?(?:bitte )?(?:fuge?|fuege?|leg|lege|erstell|erstelle|mach|mache|notier|notiere|schreib|schreibe|setz|setze|trag|trage|neue?)\s+(?:mir\s+|bitte\s+)*(?:eine\s+|ne\s+|die\s+|das\s+|ein\s+)?(?:neue[sn]?\s+)?(?:(?:mit |von )?(?:hohe[rn]?|mittlere[rn]?|niedrige[rn]?) prioritae?t )?${TASK}(?:\s+(?:hinzu|an|ein|auf)(?=\s*[:,]))?(?:\s+(?:namens|mit dem titel))?(?![\p{L}])\s*[:,]?\s*`,
      'iu',
    ),
    new RegExp(String.raw`^(?:neue[s]? )?${TASK}\s*:\s*`, 'iu'),
    new RegExp(
      String.raw`^(?:(?:kannst|konntest|koenntest) du |ich (?:will|mochte|moechte) )?(?:bitte )?(?:eine\s+|die\s+)?(?:neue\s+)?${TASK} (?:anlegen|erstellen|hinzufue?gen|notieren)\s*[:,]\s*`,
      'iu',
    ),
    /^(?:kannst|konntest|koenntest) du (?:mich|uns)\s+(?=.*\berinnern\b)/iu,
    /^(?:notiz an mich|(?:noch )?zu erledigen|(?:noch )?zu tun|(?:bitte )?fue?ge?(?: bitte)? hinzu)\s*:\s*/iu,
    /^(?:bitte )?fue?ge?\s+(?=.*[a-z]{3}en hinzu[\s.!]*$)/iu,
    /^(?:bitte )?(?:vergiss(?: bitte)? nicht|nicht vergessen|(?:ich|wir) durfen nicht vergessen|ich darf nicht vergessen)\s*[,:]?\s+(?:dass (?:ich|wir) )?/iu,
    /^denke? (?:bitte )?(?:daran|dran)\s*,?\s+(?:dass (?:ich|wir) )?/iu,
  ],
  needLeads: [
    /^(?:muss|mussen|muessen) (?:noch |auch |unbedingt )*(?!(?:ich|wir|man|er|sie|es)\b)/iu,
    /^(?:ich|wir) (?:muss|mussen|muessen|sollte|sollten|soll|will|wollen|mochte|moechte|mochten|musste|muesste)\s+(?:noch |auch |unbedingt )*/iu,
  ],
  leadEnd: /(?:^|\s+)(?:hinzu|hinzufugen|hinzufuegen|anlegen|eintragen|muss|soll|erinnern)[\s.?!]*$/iu,
  titleStart: /^(?:(?:bitte )?(?:daran )?erinnern,?|an|daran|dass|bitte|noch)\s+/iu,
  titleEnd: /\s+(?:und|am|um|bis|fur|fuer|im|zum|den|der|ab)$/iu,
  and: 'und',
  hello:
    /^(?:hallo|hi|hey|moin|moin moin|servus|gruß gott|gruss gott|gruezi|grüezi|guten (?:morgen|tag|abend)|tag)(?: (?:zusammen|adiuva|du))?[\s!.?,]*$/iu,
  thanks:
    /^(?:(?:ok|super|prima|perfekt|toll)[\s,!]+)?(?:danke(?: (?:schon|schoen|sehr|dir|vielmals))?|dankeschon|dankeschoen|vielen (?:lieben )?dank|besten dank|merci)[\s!.]*$/iu,
  help: /^(?:hilfe|hilf mir|was kannst du(?: (?:alles|so|tun|machen|fur mich tun|fuer mich tun))*|was kann ich (?:dich )?(?:hier )?(?:fragen|tun|machen)|wer bist du|wie funktionierst? (?:du|das|es)(?: hier)?|wie geht das)[\s!.?]*$/iu,
  asksToAdd:
    /^\s*(?:bitte )?(?:fuge?|fuege?|leg|lege|erstell|erstelle|neue[rns]?|erinnere?|notier|notiere|trag|trage|setz|setze|schlag|schlage|plan|plane)\b/iu,
  breaksDown:
    /^\s*(?:bitte )?(?:plane?\b|(?:mache?|erstelle?) (?:mir )?(?:bitte )?einen plan\b|(?:zerlege?|teile?)\b.*\b(?:in|auf)\b)/iu,
  plan: /^(?:bitte )?(?:hilf mir,? )?(?:plane?|organisiere?)\s+(?:mir )?(?:bitte )?(?:meinen|meine|den|die|diese)\s+(?:tag|woche)\b|^(?:meinen|meine|den|die) (?:tag|woche) planen\b/iu,
  week: /\bwoche\b/iu,
  ideas:
    /^(?:(?:bitte|kannst du|konntest du|koenntest du)\s+)*(?:hilf mir\b|(?:mir )?helfen\b|(?:schlage?|gib|nenne?|mach|mache|erstelle?|finde|uberlege?|ueberlege?|sammle|suche)\s+(?:mir\s+|bitte\s+)*(?:(?:ein|eine|einen|ein paar|paar|einige|die|den|neue|weitere|gute|nachsten|naechsten|ersten|zwei|drei|vier|funf|fuenf|\d+)\s+){0,3}(?:ideen?|aufgaben|to-?dos|schritte|checkpoints?|meilensteine|vorschlage|vorschlaege|plan)\b|(?:teile?|zerlege?|brich)\b|plane? (?:das|dieses|den|diesen) (?:projekt|monat|launch)\b)/iu,
  tasksWithin:
    /\b(?:schlage?|erstelle?|mach|mache|finde|extrahiere|zieh|ziehe|hol|hole|welche|leg|lege)\b.*\b(?:aufgaben|to-?dos|schritte)\b.*\b(?:aus|in|von|zu|hier)\b.*\b(?:diese[rmns]?|hier|notiz|projekt|hieraus|daraus)\b|\b(?:aufgaben|to-?dos) (?:hieraus|daraus|hier)\b|\b(?:teile?|zerlege?) (?:das|dies|diese)\b/iu,
  related:
    /\b(?:andere[nrs]?|ae?hnliche[nr]?|verwandte[nr]?|weitere[nr]?|welche)\b.*\b(?:notiz(?:en)?|aufgaben|eintrage|eintraege)\b.*\b(?:dies|diese[rmns]?|dazu|hierzu|hier|davon|darum|das)\b|\b(?:ae?hnliche|verwandte|weitere) (?:notizen|aufgaben)\b/iu,
  about:
    /^(?:bitte )?(?:fasse?|erklare?|erklaere?|beschreibe?|lies|zeige?|zitiere?)(?: mir)?(?: bitte)? (?:das|dies|es|diese[nrs]?|hier)\b|^(?:kurze )?zusammenfassung\b[\s.!?]*$|^(?:was|worum|wer|wann|sag mir)\b.*\b(?:diese[rmns]? (?:notiz|aufgabe|projekts?|kunden?)|hier drin|geht es hier|geht's hier)\b/iu,
  searchLead:
    /^(?:(?:kannst|konntest|koenntest) du |bitte )*(?:finde?|such|suche?|suchen|zeige?|sag|sage|zitiere?|offne|oeffne|fasse?|fass)(?: (?:mir|bitte|mal))*(?: (?:nach|alles|alle|etwas))?(?: (?:die|den|das|der))?(?: (?:notizen|notiz|texte?|eintrage))?(?: (?:uber|ueber|zu|zum|zur|von|mit|nach|fur|fuer))?(?: (?:die|den|das|der|dem))? /iu,
  searchVerb: /^(?:bitte )?(?:finde?|such|suche|zeige?|sag mir|zitiere?|wo|fasse?)\b(?!.*\bbis\b)/iu,
  stopWords: wordSet(`
    der die das den dem des ein eine einen einem einer eines und oder aber wenn dass ob ist sind war waren wird wurde wurden
    hat habe haben hab hatte hast bin bist kann kannst muss soll will ich du er sie es wir ihr mir mich dir dich uns
    mein meine dein deine sein seine was wer wen wem wo wann warum wie welche welcher welches worum nicht kein keine noch schon auch
    nur mal bitte mit ohne von vom zu zum zur bei beim fur fuer an am auf aus in im ins nach vor seit bis uber ueber unter um ab
    so als hier da es gesagt sagt sagte sagen geschrieben schreibt schrieb steht geht gibt zusammen wegen bezuglich bezueglich denn eigentlich`),
  lists: {
    start:
      /^(?:(?:bitte )?(?:liste|zeige?|nenne?|sag|sage|gib)\b|(?:meine |die |alle |mein |der |den |das |heutige |was )*(?:ue?berfae?llig(?:e[ns]?)?|verspae?tete?|fae?llig(?:e[ns]?)?|offene[nrs]?|anstehende[nrs]?|nae?chste[nrs]?|kommende[nrs]?|agenda|aufgaben|to-?dos?|tasks?|checkpoints?|meilensteine?|milestones?|vorschlae?ge|fristen|termine|neuigkeiten|tagesbrief|tagesue?berblick|tagesplan|wochenplan|rue?ckstae?nde|briefing|erledigte)\b)/iu,
    other: /^(?:wann|wer|wessen|wem|wo|warum|wieso|weshalb)\b/iu,
    overdue:
      /\b(?:ue?berfae?llig(?:e[nrs]?)?|verspae?tet(?:e[nrs]?)?|zu spae?t|im verzug|in verzug|liegen ?geblieben|im rue?ckstand|rue?cksta(?:e?nde|nd))\b/iu,
    alsoNext: /\b(?:und|dann)\b.*\b(?:nae?chste[nrs]?|kommt|kommende[nrs]?|fae?llig|ansteht|steht)\b/iu,
    changes: /\b(?:was|etwas)\b.*\b(?:geae?ndert|verae?ndert|neu|neues|passiert)\b|\bae?nderungen\b|\bneuigkeiten\b/iu,
    done: /\b(?:habe?|haben) (?:ich|wir)\b.*\b(?:gemacht|getan|erledigt|geschafft|fertig|fertiggestellt|abgeschlossen|beendet|gearbeitet|abgehakt)\b|\b(?:erledigte[nrs]?|abgeschlossene[nrs]?) (?:aufgaben|to-?dos)\b|\bwas (?:wurde|ist|sind)\b.*\b(?:erledigt|abgeschlossen|fertig geworden)\b/iu,
    checkpoints: /\b(?:checkpoints?|meilensteine?n?|milestones?)\b/iu,
    suggestions:
      /\b(?:vorschlae?gen?|vorschlag)\b|\bwarte(?:t|n)\b.*\b(?:freigabe|bestae?tigung|genehmigung|zustimmung)\b|\b(?:freigeben|bestae?tigen|genehmigen|freizugeben)\b\s*\?*$/iu,
    brief:
      /^(?:(?:zeige?|gib|lies|schreib|mach)(?: mir)?(?: bitte)? )?(?:mein(?:en)? |den |das |ein |der |heutige[rn]? )*(?:tagesbrief|tagesbriefing|tagesue?berblick|briefing|daily brief|tagesplan)\b|\b(?:zusammenfassung|ue?berblick)\b.*\b(?:tag(?:es)?|heute)\b|\bfasse? (?:mir )?(?:meinen|den) tag zusammen\b/iu,
    due: /\b(?:fae?llig(?:e[nrs]?)?|fristen|frist|agenda|termine?|steh(?:t|en)\b.*\ban|anstehende[nrs]?|ansteht|lieg(?:t|en)\b.*\ban|(?:mache|machen) (?:ich|wir)|wochenplan|gibt es (?:noch )?(?:etwas|was) (?:fue?r|zu tun)|auf dem (?:plan|programm|zettel|tisch)|geplant|zu tun|to-?dos?|(?:muss|mue?ssen|soll|sollte|sollten|kann) (?:ich|wir)\b.*\b(?:machen|tun|erledigen|schaffen|abgeben|arbeiten|fertig)|habe? ich\b.*\bvor|haben wir\b.*\bvor|erwartet mich|was kommt)\b|^was (?:habe?|haben) (?:ich|wir) (?:denn |alles |noch )*(?:heute|morgen|ue?bermorgen|am|diese|nae?chste|im|bis|in den)\b(?!.*\b(?:[a-zß]*ge[a-zß]{2,}|(?:be|ver|er|ent|uber|ueber)[a-zß]{3,}|notier)(?:t|en)\s*\?*$)/iu,
    ahead: /\b(?:anstehende[nrs]?|nae?chste[nrs]?|kommende[nrs]?|demnae?chst)\b/iu,
    open: /\b(?:offen|offene[nrs]?|ue?brig|unerledigt(?:e[nrs]?)?|bleibt noch|bleibt|noch zu tun|noch zu erledigen|fehlt noch|fehlt)\b|\b(?:aufgaben|to-?dos?|tasks?)\b(?! (?:ue?ber))/iu,
    forTasks:
      /\b(?:aufgaben?|to-?dos?|tasks?|arbeit|zu tun|zu erledigen)\b|^(?:und )?was (?:ist|sind|gibt|gibt's|habe?|haben|steht|bleibt|fehlt|muss|mit)\b(?!.*\b(?:[a-zß]*ge[a-zß]{2,}|(?:be|ver|er|ent|uber|ueber)[a-zß]{3,}|notier)(?:t|en)\s*\?*$)|^und (?:heute|morgen|ue?bermorgen|am \p{L}+tag|\p{L}+tag|mittwoch)\b/iu,
  },
  spans: {
    thisWeek: /\b(?:diese[rn]? woche|der woche|wochenplan)\b/iu,
    nextWeek: /\b(?:nae?chste[rn]?|kommende[rn]?) woche\b/iu,
    lastWeek: /\b(?:letzte[rn]?|vergangene[rn]?|vorige[rn]?) woche\b/iu,
    thisMonth: /\bdiese[nrsm]? monat\b/iu,
    nextMonth: /\b(?:nae?chste[nrsm]?|kommende[nrsm]?) monat\b/iu,
    lastMonth: /\b(?:letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?) monat\b/iu,
    yesterday: /\bgestern\b/iu,
    dayBeforeYesterday: /\bvorgestern\b/iu,
    nextDays: /\b(?:nae?chste[nr]?|kommende[nr]?) (?<n>\d{1,2}) (?<unit>tagen?|wochen)\b/iu,
    lastDays: /\b(?:letzte[nr]?|vergangene[nr]?) (?<n>\d{1,2}) (?<unit>tagen?|wochen)\b/iu,
    last: /\b(?:letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?)\b/giu,
    until: /^(?:spae?testens )?(?:bis|vor)\b/iu,
    of: /\b(?:von|vom|seit|des|der)(?= )|^und(?= )/giu,
  },
  work: /\b(?:aufgaben?|to-?dos?|checkpoints?|meilensteine?|fristen|frist|fae?llig(?:e[nrs]?)?|ue?berfae?llig(?:e[nrs]?)?|erinnere?|plane?|projekte?s?|kunden?)\b/iu,
};
